package tapwright.agent.station.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.station.InMemory;

class EraseWalkTest {

  private static final Thinning SAMPLE = new Thinning(150, 1);

  @TempDir(factory = InMemory.class)
  Path folder;

  @ParameterizedTest
  @MethodSource("tapwright.agent.emulator.VirtualModel#all")
  void sample_showsNothingWrongAndEndsEmptyOrRefused(VirtualModel chip) {
    try (WalkStation station = new WalkStation(folder, WalkStand.PRODUCT)) {
      EraseWalk walk = new EraseWalk(station, new Random(CardWalkTest.SEED), SAMPLE);
      walk.walkAll(chip);
      System.out.println("sample of " + walk.report(chip));
      assertEquals(List.of(), walk.violations());
      assertTrue(walk.situations() >= 15, walk.situations() + " situations");
    }
  }
}
