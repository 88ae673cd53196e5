package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/**
 * The worked examples of NXP's AN12196 rev. 2.0 (March 2025), by the number of their table.
 *
 * <p>Tables 14, 17 and 18 are one session; so are tables 19, 21 and, after it is opened anew with
 * another key, 23 to 26.
 */
public final class An12196 {

  /** Table 14: AuthenticateEV2First with key 0 of a chip as delivered. */
  public static final Bytes RND_A_14 = Bytes.ofHex("13C5DB8A5930439FC3DEF9A4C675360F");

  public static final Bytes RND_B_14 = Bytes.ofHex("B9E2FC789B64BF237CCCAA20EC7E6E48");
  public static final Bytes CHALLENGE_14 = Bytes.ofHex("A04C124213C186F22399D33AC2A30215");
  public static final Bytes PROOF_14 =
      Bytes.ofHex("35C3E05A752E0144BAC0DE51C1F22C56B34408A23D8AEA266CAB947EA8E0118D");
  public static final Bytes ANSWER_14 =
      Bytes.ofHex("3FA64DB5446D1F34CD6EA311167F5E4985B89690C04A05F17FA7AB2F08120663");
  public static final Bytes TI_14 = Bytes.ofHex("9D00C4DF");

  /** Table 15: length and message, 83 bytes; table 17 writes it with zeros up to 128. */
  public static final Bytes NDEF_FILE =
      Bytes.ofHex("0051D1014D550463686F6F73652E75726C2E636F6D2F6E7461673432343F653D")
          .plus(Bytes.ofUtf8("0".repeat(32) + "&c=" + "0".repeat(16)));

  /** Table 17: WriteData to the NDEF file in full mode. */
  public static final Bytes WRITE_17 =
      Bytes.ofHex(
          "908D00009F02000000800000421C73A27D827658AF481FDFF20A5025B559D0E3AA21E58D347F343CFFC768BF"
              + "E596C706BC00F2176781D4B0242642A0FF5A42C461AAF894D9A1284B8C76BCFA658ACD40555D362E08DB"
              + "15CF421B51283F9064BCBE20E96CAE545B407C9D651A3315B27373772E5DA2367D2064AE054AF996C6F1"
              + "F669170FA88CE8C4E3A4A7BBBEF0FD971FF532C3A802AF745660F2B4D1D9A8499661EBF300");

  public static final Bytes WRITE_ANSWER_17 = Bytes.ofHex("FC222E5F7A542452");

  /** Table 18: ChangeFileSettings of the NDEF file. */
  public static final Bytes SETTINGS_18 = Bytes.ofHex("4000E0C1F121200000430000430000");

  public static final Bytes CHANGE_SETTINGS_18 =
      Bytes.ofHex("905F0000190261B6D97903566E84C3AE5274467E89EAD799B7C1A0EF7A0400");
  public static final Bytes CHANGE_SETTINGS_ANSWER_18 = Bytes.ofHex("57BFF87B1241E93D");

  /** Table 19: AuthenticateEV2First with key 3. */
  public static final Bytes RND_A_19 = Bytes.ofHex("B98F4C50CF1C2E084FD150E33992B048");

  public static final Bytes CHALLENGE_19 = Bytes.ofHex("B875CEB0E66A6C5CD00898DC371F92D1");
  public static final Bytes PROOF_19 =
      Bytes.ofHex("FF0306E47DFBC50087C4D8A78E88E62DE1E8BE457AA477C707E2F0874916A8B1");
  public static final Bytes ANSWER_19 =
      Bytes.ofHex("0CC9A8094A8EEA683ECAAC5C7BF20584206D0608D477110FC6B3D5D3F65C3A6A");
  public static final Bytes TI_19 = Bytes.ofHex("7614281A");

  /** Table 21: WriteData to the proprietary file in full mode. */
  public static final Bytes DATA_21 = Bytes.ofHex("0102030405060708090A");

  public static final Bytes WRITE_21 =
      Bytes.ofHex("908D00001F030000000A00006B5E6804909962FC4E3FF5522CF0F8436C0C53315B9C73AA00");
  public static final Bytes WRITE_ANSWER_21 = Bytes.ofHex("C26D236E4A7C046D");

  /** Table 23: AuthenticateEV2NonFirst with key 0. */
  public static final Bytes RND_A_23 = Bytes.ofHex("60BE759EDA560250AC57CDDC11743CF6");

  public static final Bytes RND_B_23 = Bytes.ofHex("6924E8D09722659A2E7DEC68E66312B8");
  public static final AesKey ENCRYPTION_23 = key("4CF3CB41A22583A61E89B158D252FC53");
  public static final AesKey AUTHENTICATION_23 = key("5529860B2FC5FB6154B7F28361D30BF9");

  /** Table 24: WriteData to the capability container, in the clear. */
  public static final Bytes WRITE_24 =
      Bytes.ofHex("908D000019010E0000120000FF0506E1050080828300000000000000000000");

  /** Table 25: ChangeKey of key 2. */
  public static final AesKey KEY_25 = key("F3847D627727ED3BC9C4CC050489B966");

  public static final Bytes CHANGE_KEY_25 =
      Bytes.ofHex(
          "90C4000029022CF362B7BF4311FF3BE1DAA295E8C68DE09050560D19B9E16C2393AE9CD1FAC7"
              + "5D0CE20BCD1D06E600");
  public static final Bytes CHANGE_KEY_ANSWER_25 = Bytes.ofHex("203BB55D1089D587");

  /** Table 26: ChangeKey of key 0. */
  public static final AesKey KEY_26 = key("5004BF991F408672B1EF00F08F9E8647");

  public static final Bytes CHANGE_KEY_26 =
      Bytes.ofHex(
          "90C400002900C0EB4DEEFEDDF0B513A03A95A75491818580503190D4D05053FF75668A01D6FD"
              + "A6610234BDED643200");

  private An12196() {}

  public static AesKey key(String digits) {
    return new AesKey(Bytes.ofHex(digits));
  }
}
