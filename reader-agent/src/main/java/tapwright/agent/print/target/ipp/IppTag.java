package tapwright.agent.print.target.ipp;

/** What a byte in front of a group or a value says of it (RFC 8010, section 3.5). */
final class IppTag {

  /** Below this a tag begins a group of attributes or ends them all; from here on, a value. */
  static final int FIRST_VALUE = 0x10;

  static final int OPERATION_ATTRIBUTES = 0x01;
  static final int JOB_ATTRIBUTES = 0x02;
  static final int END_OF_ATTRIBUTES = 0x03;
  static final int PRINTER_ATTRIBUTES = 0x04;

  static final int INTEGER = 0x21;
  static final int BOOLEAN = 0x22;
  static final int ENUM = 0x23;
  static final int NAME = 0x42;
  static final int KEYWORD = 0x44;
  static final int URI = 0x45;
  static final int CHARSET = 0x47;
  static final int NATURAL_LANGUAGE = 0x48;
  static final int MIME_MEDIA_TYPE = 0x49;

  /** From here on values are characters. */
  private static final int FIRST_CHARACTERS = 0x40;

  /** Names of members of a collection, which is passed over value by value. */
  private static final int MEMBER_NAME = 0x4A;

  private IppTag() {}

  static boolean isGroup(int tag) {
    return tag < FIRST_VALUE;
  }

  static boolean isCharacters(int tag) {
    return tag >= FIRST_CHARACTERS && tag < MEMBER_NAME;
  }
}
