package tapwright.core.tag;

/** First bytes of TLV blocks (NFC Forum Type 2 Tag, section "TLV blocks"). */
final class TlvType {

  static final int NULL = 0x00;
  static final int LOCK_CONTROL = 0x01;
  static final int MEMORY_CONTROL = 0x02;
  static final int NDEF_MESSAGE = 0x03;
  static final int PROPRIETARY = 0xFD;
  static final int TERMINATOR = 0xFE;

  /** A length field of FF is followed by two bytes with the length. */
  static final int LONG_LENGTH = 0xFF;

  private TlvType() {}
}
