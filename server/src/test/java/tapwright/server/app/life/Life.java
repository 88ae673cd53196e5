package tapwright.server.app.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A life as it is drawn from a seed, and lived as often as one likes. */
final class Life {

  /** Which acts there are, those that most hangs on more often than others. */
  private static final List<Act> ACTS =
      Stream.concat(
              Stream.of(Act.values()),
              Stream.of(
                  Act.MAKE,
                  Act.GIVE_OUT,
                  Act.GIVE_OUT,
                  Act.CARD_STEP,
                  Act.REPLACE,
                  Act.TAP,
                  Act.TAP,
                  Act.HOLD,
                  Act.RELEASE,
                  Act.REFUND,
                  Act.REFUND,
                  Act.REFUND,
                  Act.HOLD,
                  Act.CLAIM,
                  Act.ROUND))
          .toList();

  private final LifeWorld world;

  Life(LifeWorld world) {
    this.world = world;
  }

  /** Begins with cards that are made and given out, or little would happen. */
  static List<Act.Drawn> drawn(long seed, int acts) {
    Random random = new Random(seed);
    List<Act.Drawn> all = new ArrayList<>();
    for (Act act : List.of(Act.MAKE, Act.GIVE_OUT, Act.MAKE, Act.GIVE_OUT, Act.TAP, Act.CLAIM)) {
      all.add(new Act.Drawn(act, random.nextInt()));
    }
    while (all.size() < acts) {
      all.add(new Act.Drawn(ACTS.get(random.nextInt(ACTS.size())), random.nextInt()));
    }
    return all;
  }

  /** What was not as it should be, up to the first act after which something was not. */
  List<String> lived(List<Act.Drawn> acts) {
    LivedLife life = new LivedLife(world);
    List<String> wrong = new ArrayList<>();
    for (Act.Drawn drawn : acts) {
      wrong.addAll(life.live(drawn));
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return life.rest();
  }

  /** The same with all acts left out without which it fails as well. */
  List<Act.Drawn> shortest(List<Act.Drawn> failing) {
    List<Act.Drawn> left = new ArrayList<>(failing);
    for (int i = left.size() - 1; i >= 0; i--) {
      List<Act.Drawn> fewer = new ArrayList<>(left);
      fewer.remove(i);
      if (!lived(fewer).isEmpty()) {
        left = fewer;
      }
    }
    return left;
  }

  /** What is said of a life that fails; empty of one that does not. */
  List<String> report(long seed, int count) {
    List<Act.Drawn> acts = drawn(seed, count);
    List<String> wrong = lived(acts);
    if (wrong.isEmpty()) {
      return wrong;
    }
    List<Act.Drawn> few = shortest(acts);
    List<String> said = new ArrayList<>(List.of("seed " + seed + ", acts " + few));
    said.addAll(lived(few));
    return said;
  }
}
