package tapwright.core.tag.dna;

import java.security.MessageDigest;
import java.util.HexFormat;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

/**
 * The signed part of a link that an NTAG 424 DNA made at one read: secure unique NFC (AN12196 rev.
 * 2.0, section 3.4.4). It is never shown, since who has it can use it.
 */
public sealed interface SunMessage {

  /** UID and counter, if the chip of these keys signed them. */
  Checked<PiccData> verify(SunKeys keys);

  /** Whether the chip left the place as it was written, because it does not sign. */
  boolean isPlaceholder();

  /** The message in the parameters {@code e} and {@code c}; digits in either case. */
  static Checked<SunMessage> enciphered(String e, String c) {
    return hex("e", e, Enciphered.SIZE)
        .then(data -> hex("c", c, AesCmac.TRUNCATED_SIZE).map(code -> new Enciphered(data, code)));
  }

  /** The message in the parameters {@code m}, a UID, {@code x} and a counter, and {@code c}. */
  static Checked<SunMessage> plain(String m, String c) {
    return Plain.mirror(m)
        .then(data -> hex("c", c, AesCmac.TRUNCATED_SIZE).map(code -> new Plain(data, code)));
  }

  /**
   * UID and counter enciphered.
   *
   * <table>
   * <caption>Bytes of PICCData, deciphered (NT4H2421Gx data sheet, section 9.3.4.1)</caption>
   * <tr><td>0</td><td>C7: UID and counter follow, the UID has 7 bytes</td></tr>
   * <tr><td>1 to 7</td><td>UID</td></tr>
   * <tr><td>8 to 10</td><td>counter, low byte first</td></tr>
   * <tr><td>11 to 15</td><td>chance</td></tr>
   * </table>
   *
   * @param piccData 16 bytes
   * @param code SDMMAC, 8 bytes
   */
  record Enciphered(Bytes piccData, Bytes code) implements SunMessage {

    private static final int SIZE = 16;
    private static final int TAG = 0xC7;
    private static final int COUNTER_AT = 1 + PiccData.UID_SIZE;

    @Override
    public Checked<PiccData> verify(SunKeys keys) {
      Bytes plain = Aes.decipher(keys.metaRead(), piccData);
      if (plain.at(0) != TAG) {
        return Checked.refused(DnaRefusal.SUN_FORGED.with("part", "e"));
      }
      Uid uid = new Uid(plain.slice(1, COUNTER_AT));
      Bytes counter = plain.slice(COUNTER_AT, COUNTER_AT + LittleEndian.OFFSET);
      return signed(new PiccData(uid, LittleEndian.number(counter)), code, keys.fileRead());
    }

    @Override
    public boolean isPlaceholder() {
      return piccData.plus(code).equals(Bytes.zeros(SIZE + AesCmac.TRUNCATED_SIZE));
    }

    @Override
    public String toString() {
      return "a signed message";
    }
  }

  /**
   * UID and counter for all to read.
   *
   * @param claimed what the link says
   * @param code SDMMAC, 8 bytes
   */
  record Plain(PiccData claimed, Bytes code) implements SunMessage {

    private static final int UID_DIGITS = 2 * PiccData.UID_SIZE;
    private static final String ALLOWED = "14 hexadecimal digits, x and 6 more";

    @Override
    public Checked<PiccData> verify(SunKeys keys) {
      return signed(claimed, code, keys.fileRead());
    }

    @Override
    public boolean isPlaceholder() {
      return claimed.encode().plus(code).equals(Bytes.zeros(claimed.encode().size() + code.size()));
    }

    @Override
    public String toString() {
      return "a signed message";
    }

    private static Checked<PiccData> mirror(String m) {
      if (m.length() <= UID_DIGITS || m.charAt(UID_DIGITS) != 'x') {
        return Checked.refused(malformed("m", m, ALLOWED));
      }
      return hex("m", m.substring(0, UID_DIGITS), PiccData.UID_SIZE)
          .then(
              uid ->
                  hex("m", m.substring(UID_DIGITS + 1), LittleEndian.OFFSET)
                      .map(counter -> new PiccData(new Uid(uid), bigEndian(counter))));
    }

    private static int bigEndian(Bytes counter) {
      return HexFormat.fromHexDigits(counter.toHex());
    }
  }

  /**
   * UID and counter, if the code over them is right: SDMMAC with an empty input, under a key
   * derived for this UID and counter (NT4H2421Gx data sheet, sections 9.3.8.1 and 9.3.9.1).
   */
  private static Checked<PiccData> signed(PiccData data, Bytes code, AesKey fileRead) {
    AesKey session = SdmKeys.authentication(fileRead, data);
    Bytes expected = AesCmac.truncated(session, Bytes.EMPTY);
    return MessageDigest.isEqual(expected.toArray(), code.toArray())
        ? Checked.passed(data)
        : Checked.refused(DnaRefusal.SUN_FORGED.with("part", "c"));
  }

  private static Checked<Bytes> hex(String field, String digits, int sizeBytes) {
    return digits.length() == 2 * sizeBytes && allHex(digits)
        ? Checked.passed(Bytes.copyOf(HexFormat.of().parseHex(digits)))
        : Checked.refused(malformed(field, digits, 2 * sizeBytes + " hexadecimal digits"));
  }

  private static boolean allHex(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (!HexFormat.isHexDigit(digits.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Names the length alone: the value may be most of a valid message. */
  private static Refusal malformed(String field, String seen, String allowed) {
    return DnaRefusal.SUN_MALFORMED.with(
        "field", field, "seen", seen.length() + " characters", "allowed", allowed);
  }
}
