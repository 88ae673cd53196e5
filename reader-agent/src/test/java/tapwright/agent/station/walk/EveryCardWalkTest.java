package tapwright.agent.station.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.station.InMemory;

/**
 * The whole walk, of which {@link CardWalkTest} takes a sample: one test a chip, which says how
 * many situations it walked and how long that took.
 *
 * <p>Whole is every second situation, drawn from the seed, and of the twins of chips and readers
 * every two hundredth, so that all of it stays under 40 minutes on one core.
 */
@Tag("long")
class EveryCardWalkTest {

  private static final Thinning WHOLE = new Thinning(2, 100);

  /** Emptying takes few exchanges: all of it is walked but the twins'. */
  private static final Thinning ALL_BUT_TWINS = new Thinning(1, 100);

  @TempDir(factory = InMemory.class)
  Path folder;

  @ParameterizedTest
  @MethodSource("tapwright.agent.emulator.VirtualModel#all")
  void everySituation_showsNothingWrongAndEndsCompleteOrRefused(VirtualModel chip) {
    long start = System.nanoTime();
    try (WalkStation station = new WalkStation(folder, WalkStand.PRODUCT)) {
      CardWalk walk = new CardWalk(station, new Random(CardWalkTest.SEED), WHOLE);
      walk.walkAll(chip);
      System.out.println("the whole of " + walk.report(chip) + walked(WHOLE, start));
      walk.examples().forEach(example -> System.out.println("  " + example));
      assertEquals(List.of(), walk.violations());
      assertTrue(walk.situations() >= 150, walk.situations() + " situations");
    }
  }

  @ParameterizedTest
  @MethodSource("tapwright.agent.emulator.VirtualModel#all")
  void everySituationOfErasing_showsNothingWrongAndEndsEmptyOrRefused(VirtualModel chip) {
    long start = System.nanoTime();
    try (WalkStation station = new WalkStation(folder, WalkStand.PRODUCT)) {
      EraseWalk walk = new EraseWalk(station, new Random(CardWalkTest.SEED), ALL_BUT_TWINS);
      walk.walkAll(chip);
      System.out.println("the whole of " + walk.report(chip) + walked(ALL_BUT_TWINS, start));
      assertEquals(List.of(), walk.violations());
      assertTrue(walk.situations() >= 50, walk.situations() + " situations");
    }
  }

  private static String walked(Thinning thinning, long start) {
    return ", seed %d, %s, %d s"
        .formatted(
            CardWalkTest.SEED, thinning, Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }
}
