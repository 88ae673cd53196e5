package tapwright.core.tag;

/** What chips of one kind have in common beside their memory map. */
public enum ChipFamily {
  /**
   * NTAG21x and NTAG210/212: leave the factory with a capability container; FAST_READ, password.
   */
  NTAG,

  /** MIFARE Ultralight EV1: the container has to be written; FAST_READ, password. */
  ULTRALIGHT_EV1,

  /**
   * MIFARE Ultralight C: the container has to be written; no GET_VERSION, FAST_READ or READ_SIG,
   * and a 3DES key in place of a password (MF0ICU2 data sheet, sections 7.5.5 and 9).
   */
  ULTRALIGHT_C;

  /** Whether the chip leaves the factory with page 03 all zero. */
  boolean shipsWithoutContainer() {
    return this != NTAG;
  }

  /** Whether CFG0, CFG1, PWD and PACK are there. */
  boolean hasConfigurationPages() {
    return this != ULTRALIGHT_C;
  }
}
