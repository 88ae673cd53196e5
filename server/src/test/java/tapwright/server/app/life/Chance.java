package tapwright.server.app.life;

import java.util.Random;

/** What chance says in one life, and names that no other life has. */
final class Chance {

  private final long life;
  private Random random = new Random(0);
  private int names;

  Chance(long life) {
    this.life = life;
  }

  /** From here on as this act has it. */
  void of(Act.Drawn drawn) {
    random = new Random(drawn.seed());
  }

  long life() {
    return life;
  }

  Random random() {
    return random;
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int bound) {
    return random.nextInt(least, bound);
  }

  String name(String what) {
    names++;
    return what + "-" + life + "-" + names;
  }
}
