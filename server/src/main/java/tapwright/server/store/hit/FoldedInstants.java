package tapwright.server.store.hit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tapwright.core.Bytes;

/**
 * When uses of one card, day and class were whose hits are on record no more: 5 bytes each, in no
 * order.
 *
 * <pre>
 * bits 39 to 3   microseconds since the day began, fewer than 2 to the 37th
 * bit  2         1: in quick succession
 * bits 1 to 0    assurance: 0 bare, 1 mirrored, 2 signed
 * </pre>
 */
public record FoldedInstants(Bytes bytes) {

  /** How much one use takes. */
  private static final int BYTES = 5;

  private static final int BITS_A_BYTE = 8;
  private static final int KIND_BITS = 3;
  private static final int QUICK = 0b100;
  private static final int MIRRORED = 1;
  private static final int SIGNED = 2;

  public FoldedInstants {
    if (bytes.size() % BYTES != 0) {
      throw new IllegalArgumentException(
          "instants are " + bytes.size() + " bytes, allowed are multiples of " + BYTES);
    }
  }

  /**
   * A use, as much as is kept of it.
   *
   * @param sinceMidnight in microseconds
   * @param assurance as it is stored in hits
   */
  public record Use(long sinceMidnight, String assurance, boolean quick) {

    public Use {
      if (sinceMidnight < 0 || sinceMidnight >= Days.MICROS) {
        throw new IllegalArgumentException(
            "sinceMidnight is " + sinceMidnight + ", allowed are 0 to " + (Days.MICROS - 1));
      }
    }

    public boolean isSigned() {
      return assurance.equals("signed");
    }

    public boolean isMirrored() {
      return assurance.equals("mirrored");
    }

    private long number() {
      int kind = isSigned() ? SIGNED : isMirrored() ? MIRRORED : 0;
      return sinceMidnight << KIND_BITS | (quick ? QUICK : 0) | kind;
    }

    private static Use of(long number) {
      String assurance =
          switch ((int) (number & (MIRRORED | SIGNED))) {
            case SIGNED -> "signed";
            case MIRRORED -> "mirrored";
            default -> "bare";
          };
      return new Use(number >>> KIND_BITS, assurance, (number & QUICK) != 0);
    }
  }

  /** How many uses. */
  public int count() {
    return bytes.size() / BYTES;
  }

  /** The same with some more. */
  FoldedInstants and(Collection<Use> more) {
    ByteBuffer all = ByteBuffer.allocate(bytes.size() + BYTES * more.size());
    all.put(bytes.toArray());
    for (Use use : more) {
      long number = use.number();
      for (int i = BYTES - 1; i >= 0; i--) {
        all.put((byte) (number >>> (i * BITS_A_BYTE)));
      }
    }
    return new FoldedInstants(Bytes.copyOf(all.array()));
  }

  /** Each of them. */
  public List<Use> uses() {
    List<Use> uses = new ArrayList<>(count());
    ByteBuffer all = ByteBuffer.wrap(bytes.toArray());
    while (all.hasRemaining()) {
      long number = 0;
      for (int i = 0; i < BYTES; i++) {
        number = number << BITS_A_BYTE | Byte.toUnsignedLong(all.get());
      }
      uses.add(Use.of(number));
    }
    return uses;
  }
}
