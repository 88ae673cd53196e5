package tapwright.agent.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.emulator.EmulatedChip;

/** The whole walk, of which {@link CardWalkTest} takes a sample. */
@Tag("long")
class EveryCardWalkTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everySituation_showsNothingWrongAndEndsCompleteOrRefused(EmulatedChip chip) {
    try (WalkStation station = new WalkStation(folder, WalkStand.PRODUCT)) {
      CardWalk walk = new CardWalk(station, new Random(CardWalkTest.SEED), 1);
      walk.walkAll(chip);
      System.out.println("the whole of " + walk.report(chip));
      assertEquals(List.of(), walk.violations());
      assertTrue(walk.situations() >= 4000, walk.situations() + " situations");
    }
  }
}
