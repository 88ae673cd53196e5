package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/** What an NTAG 424 DNA with these keys writes into its link, for tests of who verifies it. */
public final class SigningChip {

  /** Bytes 11 to 15, which a chip draws anew for each read. */
  private static final Bytes CHANCE = Bytes.ofHex("DA5CF60941");

  private final SunKeys keys;

  public SigningChip(SunKeys keys) {
    this.keys = keys;
  }

  /** The link's query at the read that these data tell of. */
  public String query(PiccData data) {
    SunMessage.Enciphered signed = sign(data);
    return "e=" + signed.piccData().toHex() + "&c=" + signed.code().toHex();
  }

  SunMessage.Enciphered sign(PiccData data) {
    Bytes plain = Bytes.of(0xC7).plus(data.encode()).plus(CHANCE);
    Bytes code = AesCmac.truncated(SdmKeys.authentication(keys.fileRead(), data), Bytes.EMPTY);
    return new SunMessage.Enciphered(Aes.encipher(keys.metaRead(), plain), code);
  }
}
