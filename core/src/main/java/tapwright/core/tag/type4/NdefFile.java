package tapwright.core.tag.type4;

import tapwright.core.Bytes;

/**
 * The beginning of an NDEF file as far as it was read: NLEN (2 bytes), message, leftovers (NFC
 * Forum Type 4 Tag, section 5.2).
 *
 * @param bytes at least NLEN
 */
public record NdefFile(Bytes bytes) {

  /** The size of NLEN. */
  public static final int LENGTH_BYTES = 2;

  public NdefFile {
    if (bytes.size() < LENGTH_BYTES) {
      throw new IllegalArgumentException("file has " + bytes.size() + " bytes, allowed are 2 up");
    }
  }

  /** The file that holds exactly this message. */
  public static NdefFile holding(Bytes message) {
    return new NdefFile(lengthOf(message.size()).plus(message));
  }

  /** NLEN for a message of that size. */
  static Bytes lengthOf(int size) {
    return Bytes.of(size >> 8, size & 0xFF);
  }

  /** NLEN: how long the message is; 0 for none. */
  public int messageSize() {
    return bytes.at(0) << 8 | bytes.at(1);
  }

  /** Whether all of the message was read. */
  public boolean isComplete() {
    return bytes.size() >= LENGTH_BYTES + messageSize();
  }

  /** The message; only of a complete file. */
  public Bytes message() {
    return bytes.slice(LENGTH_BYTES, LENGTH_BYTES + messageSize());
  }

  /** Whether the file holds that message and nothing else. */
  public boolean holds(Bytes message) {
    return messageSize() == message.size() && isComplete() && message().equals(message);
  }

  /** What follows NLEN, up to so many bytes; less where less was read. */
  Bytes body(int size) {
    return bytes.slice(LENGTH_BYTES, Math.min(bytes.size(), LENGTH_BYTES + size));
  }
}
