package tapwright.agent.station.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.station.InMemory;

class CardWalkTest {

  static final long SEED = 20261122;

  /** Twins are as good as others in a sample. */
  private static final Thinning SAMPLE = new Thinning(150, 1);

  @TempDir(factory = InMemory.class)
  Path folder;

  @ParameterizedTest
  @MethodSource("tapwright.agent.emulator.VirtualModel#all")
  void sample_showsNothingWrongAndEndsCompleteOrRefused(VirtualModel chip) {
    try (WalkStation station = new WalkStation(folder, WalkStand.PRODUCT)) {
      CardWalk walk = new CardWalk(station, new Random(SEED), SAMPLE);
      walk.walkAll(chip);
      System.out.println("sample of " + walk.report(chip));
      assertEquals(List.of(), walk.violations());
      assertTrue(walk.situations() >= 30, walk.situations() + " situations");
    }
  }

  /** The walk has to find it out, or it proves nothing. */
  @Test
  void lengthFirst_isFoundOut() {
    try (WalkStation station = new WalkStation(folder, LengthFirst::new)) {
      CardWalk walk = new CardWalk(station, new Random(SEED), Thinning.NONE);
      WalkContent content = WalkContent.of(EmulatedChip.NTAG215).getFirst();
      walk.walk(WalkedCard.of(EmulatedChip.NTAG215, ReaderKind.ACR122U, content, station));
      assertFalse(walk.violations().isEmpty());
    }
  }
}
