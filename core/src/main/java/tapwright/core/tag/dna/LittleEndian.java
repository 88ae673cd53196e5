package tapwright.core.tag.dna;

import tapwright.core.Bytes;

/** Numbers as NTAG 424 DNA takes and gives them: lowest byte first (NT4H2421Gx, section 8.3). */
final class LittleEndian {

  /** How many bytes an offset, a length or a read counter has. */
  static final int OFFSET = 3;

  private LittleEndian() {}

  static Bytes bytes(int value, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (value >> (8 * i));
    }
    return Bytes.copyOf(bytes);
  }

  static int number(Bytes bytes) {
    int number = 0;
    for (int i = bytes.size() - 1; i >= 0; i--) {
      number = (number << 8) | bytes.at(i);
    }
    return number;
  }
}
