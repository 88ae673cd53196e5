package tapwright.core.tag.type4;

import tapwright.core.Bytes;

/** How the NDEF application of a card is found and its files are selected. */
public enum MappingVersion {
  /** NFC Forum Type 4 Tag 2.0 and later, sections 5.4.2 and 5.4.3; no answer data is asked for. */
  V2("D2760000850101", 0x0C),

  /** NFC Forum Type 4 Tag 1.0: another name, and P2 = 00 where a file is selected. */
  V1("D2760000850100", 0x00);

  private final String applicationName;
  private final int fileSelectP2;

  MappingVersion(String applicationName, int fileSelectP2) {
    this.applicationName = applicationName;
    this.fileSelectP2 = fileSelectP2;
  }

  /** The DF name of the NDEF application. */
  public Bytes applicationName() {
    return Bytes.ofHex(applicationName);
  }

  /** P2 of SELECT by file identifier. */
  public int fileSelectP2() {
    return fileSelectP2;
  }
}
