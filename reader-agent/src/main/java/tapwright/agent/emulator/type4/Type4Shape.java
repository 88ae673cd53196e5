package tapwright.agent.emulator.type4;

import tapwright.core.Bytes;

/**
 * What a plain Type 4 tag is like: one NDEF file, and what its capability container says of it (NFC
 * Forum Type 4 Tag, section 5.1).
 *
 * @param mapping mapping version, 1 or 2
 * @param mle how many bytes one read gives at most
 * @param mlc how many bytes one write takes at most
 * @param fileBytes size of the NDEF file, its two length bytes included
 */
public record Type4Shape(int mapping, int mle, int mlc, int fileBytes) {

  /** A card application of our days. */
  public static final Type4Shape MODERN = new Type4Shape(2, 255, 255, 2048);

  /** The small buffers of an early DESFire with mapping version 1. */
  public static final Type4Shape OLD = new Type4Shape(1, 59, 52, 1024);

  static final int CONTAINER_FILE = 0xE103;
  static final int NDEF_FILE = 0xE104;
  static final int CONTAINER_SIZE = 15;

  /** MLe may not be less (NFC Forum Type 4 Tag, section 5.1.1). */
  private static final int LEAST_MLE = 15;

  private static final int MAX = 0xFFFF;

  public Type4Shape {
    check("mapping", mapping, 1, 2);
    check("mle", mle, LEAST_MLE, MAX);
    check("mlc", mlc, 1, MAX);
    check("fileBytes", fileBytes, 5, MAX - 1);
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", allowed are " + least + " to " + most);
    }
  }

  /** The name of the NDEF application, whose last byte is another for each mapping version. */
  Bytes application() {
    return Bytes.ofHex("D27600008501").plus(Bytes.of(mapping - 1));
  }

  /** The capability container of a tag that may be written. */
  Bytes container() {
    return number(CONTAINER_SIZE)
        .plus(Bytes.of(mapping << 4))
        .plus(number(mle))
        .plus(number(mlc))
        .plus(Bytes.of(0x04, 0x06))
        .plus(number(NDEF_FILE))
        .plus(number(fileBytes))
        .plus(Bytes.of(0x00, 0x00));
  }

  static Bytes number(int value) {
    return Bytes.of(value >> 8, value & 0xFF);
  }
}
