package tapwright.core.tag.memory;

import tapwright.core.Bytes;

/**
 * Whether bytes pass for an NDEF message with a reader that is in no way strict.
 *
 * <p>As lenient as Android's parser, and more so: the message-begin flag is not looked at, a type
 * may be empty, a reserved TNF (7) without type passes. A torn tag that this does not take, no
 * phone takes. Layout: NFC Forum NDEF, section 3.2.
 *
 * <pre>
 * byte 0  MB ME CF SR IL TNF(3)
 * byte 1  type length; then payload length (1 byte with SR, else 4), id length (with IL)
 * then    type, id, payload
 * </pre>
 */
public final class NdefShape {

  private static final int MESSAGE_END = 0x40;
  private static final int CHUNKED = 0x20;
  private static final int SHORT_RECORD = 0x10;
  private static final int ID_LENGTH_PRESENT = 0x08;
  private static final int TNF_MASK = 0x07;
  private static final int TNF_EMPTY = 0;
  private static final int TNF_UNKNOWN = 5;
  private static final int TNF_UNCHANGED = 6;

  private final Bytes bytes;
  private int position;
  private boolean insideChunks;

  private NdefShape(Bytes bytes) {
    this.bytes = bytes;
  }

  /** Whether records follow each other up to one with the message-end flag at the last byte. */
  public static boolean isMessage(Bytes bytes) {
    NdefShape shape = new NdefShape(bytes);
    while (shape.position < bytes.size()) {
      boolean last = (bytes.at(shape.position) & MESSAGE_END) != 0;
      if (!shape.passRecord()) {
        return false;
      }
      if (last) {
        return shape.position == bytes.size() && !shape.insideChunks;
      }
    }
    return false;
  }

  private boolean passRecord() {
    int flags = bytes.at(position);
    int tnf = flags & TNF_MASK;
    if (insideChunks != (tnf == TNF_UNCHANGED)) {
      return false;
    }
    int payloadLengthBytes = (flags & SHORT_RECORD) != 0 ? 1 : 4;
    int idLengthBytes = (flags & ID_LENGTH_PRESENT) != 0 ? 1 : 0;
    int header = 2 + payloadLengthBytes + idLengthBytes;
    if (position + header > bytes.size()) {
      return false;
    }
    int typeLength = bytes.at(position + 1);
    long payloadLength = number(position + 2, payloadLengthBytes);
    long idLength = number(position + 2 + payloadLengthBytes, idLengthBytes);
    if (!fitsTnf(tnf, typeLength, typeLength + idLength + payloadLength)) {
      return false;
    }
    long next = position + header + typeLength + idLength + payloadLength;
    position = (int) Math.min(next, Integer.MAX_VALUE);
    insideChunks = (flags & CHUNKED) != 0;
    return next <= bytes.size();
  }

  private static boolean fitsTnf(int tnf, int typeLength, long allLengths) {
    if (tnf == TNF_EMPTY) {
      return allLengths == 0;
    }
    return tnf < TNF_UNKNOWN || typeLength == 0;
  }

  private long number(int from, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | bytes.at(from + i);
    }
    return value;
  }
}
