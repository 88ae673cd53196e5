package tapwright.agent.emulator.type4;

/**
 * A number that ChangeFileSettings carries for signed messages, in the order in which they come
 * (NT4H2421Gx data sheet, section 10.7.1).
 */
enum SdmField {
  UID_OFFSET,
  COUNTER_OFFSET,
  PICC_DATA_OFFSET,
  MAC_INPUT_OFFSET,
  ENCIPHERED_OFFSET,
  ENCIPHERED_LENGTH,
  MAC_OFFSET,
  COUNTER_LIMIT;

  /** Whether it comes with these options and rights. */
  boolean isIn(SdmSettings settings) {
    boolean free = settings.metaRead() == FileRights.FREE;
    boolean signs = settings.fileRead() != FileRights.NEVER;
    return switch (this) {
      case UID_OFFSET -> free && settings.has(SdmSettings.UID);
      case COUNTER_OFFSET -> free && settings.has(SdmSettings.COUNTER);
      case PICC_DATA_OFFSET -> settings.metaRead() < FileRights.FREE;
      case MAC_INPUT_OFFSET, MAC_OFFSET -> signs;
      case ENCIPHERED_OFFSET, ENCIPHERED_LENGTH -> signs && settings.has(SdmSettings.ENCIPHERED);
      case COUNTER_LIMIT -> settings.has(SdmSettings.LIMIT);
    };
  }
}
