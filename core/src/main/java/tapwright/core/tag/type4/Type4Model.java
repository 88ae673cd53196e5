package tapwright.core.tag.type4;

import tapwright.core.Bytes;

/** What a Type 4 tag is, as far as that changes what can be done with it. */
public enum Type4Model {
  /** NTAG 424 DNA (NT4H2421Gx data sheet, section 10.5.2, GetVersion part 1). */
  NTAG424_DNA("NTAG 424 DNA", "04040230001105"),

  /**
   * The same with a tamper loop, which is left alone (NT4H2421Tx; its version as chips answer it).
   */
  NTAG424_DNA_TT("NTAG 424 DNA TagTamper", "04040830001105"),

  /** Any other card with an NDEF application: nothing but its NDEF file is touched. */
  GENERIC("Type 4 tag", "");

  private final String label;
  private final String hardware;

  Type4Model(String label, String hardware) {
    this.label = label;
    this.hardware = hardware;
  }

  /** The name that staff know. */
  public String label() {
    return label;
  }

  /** Whether it signs its link and has keys. */
  public boolean isDna() {
    return this != GENERIC;
  }

  /** The model whose hardware calls itself that, vendor first. */
  public static Type4Model ofVersion(Bytes hardware) {
    for (Type4Model model : values()) {
      if (model.hardware.equals(hardware.toHex())) {
        return model;
      }
    }
    return GENERIC;
  }
}
