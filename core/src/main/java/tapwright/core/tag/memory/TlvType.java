package tapwright.core.tag.memory;

/** First bytes of TLV blocks (NFC Forum Type 2 Tag, section "TLV blocks"). */
public final class TlvType {

  public static final int NULL = 0x00;
  public static final int LOCK_CONTROL = 0x01;
  public static final int MEMORY_CONTROL = 0x02;
  public static final int NDEF_MESSAGE = 0x03;
  public static final int PROPRIETARY = 0xFD;
  public static final int TERMINATOR = 0xFE;

  /** A length field of FF is followed by two bytes with the length. */
  public static final int LONG_LENGTH = 0xFF;

  private TlvType() {}
}
