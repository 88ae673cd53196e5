package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/** The keys that a chip derives for one read (NT4H2421Gx data sheet, section 9.3.9.1). */
final class SdmKeys {

  private static final Bytes AUTHENTICATION_LABEL = Bytes.ofHex("3CC300010080");

  private SdmKeys() {}

  /** KSesSDMFileReadMAC: signs, with SV2 as its vector. */
  static AesKey authentication(AesKey fileRead, PiccData data) {
    return new AesKey(AesCmac.of(fileRead, AUTHENTICATION_LABEL.plus(data.encode())));
  }
}
