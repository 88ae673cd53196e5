package tapwright.server.nodes;

import java.util.random.RandomGenerator;

/** What a phone may do, and how often it does so in a hundred. */
enum HitKind {
  /** A read that was never sent before, newer than all. */
  FRESH(45),
  /** The same to two nodes at once. */
  TWICE(10),
  /** A read that newer ones overtook, still within the window. */
  LATE(8),
  /** A read that was held back so long that a signed one is too old. */
  TOO_OLD(2),
  /** A read that was sent before. */
  REPLAY(12),
  /** A machine that looks at a read first, which is then sent by its person. */
  PREVIEW(8),
  /** A read that no such chip made. */
  FORGED(7),
  /** The print's link. */
  SCAN(8);

  private static final int ALL = 100;

  private final int share;

  HitKind(int share) {
    this.share = share;
  }

  /** A kind, as often as its share says. */
  static HitKind draw(RandomGenerator random) {
    int number = random.nextInt(ALL);
    int end = 0;
    for (HitKind kind : values()) {
      end += kind.share;
      if (number < end) {
        return kind;
      }
    }
    throw new IllegalStateException("the shares sum up to " + end + ", not to " + ALL);
  }
}
