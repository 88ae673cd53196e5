package tapwright.agent.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.ReaderKind;

class CardWalkTest {

  static final long SEED = 20261122;

  /** Of how many situations one is walked, where not all are. */
  private static final int SAMPLE = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void sample_showsNothingWrongAndEndsCompleteOrRefused(EmulatedChip chip) {
    try (WalkStation station = new WalkStation(folder, WalkStand.PRODUCT)) {
      CardWalk walk = new CardWalk(station, new Random(SEED), SAMPLE);
      walk.walkAll(chip);
      System.out.println("sample of " + walk.report(chip));
      assertEquals(List.of(), walk.violations());
      assertTrue(walk.situations() >= 100, walk.situations() + " situations");
    }
  }

  /** The walk has to find it out, or it proves nothing. */
  @Test
  void lengthFirst_isFoundOut() {
    try (WalkStation station = new WalkStation(folder, LengthFirst::new)) {
      CardWalk walk = new CardWalk(station, new Random(SEED), 1);
      WalkContent content = WalkContent.of(EmulatedChip.NTAG215).getFirst();
      walk.walk(WalkedCard.of(EmulatedChip.NTAG215, ReaderKind.ACR122U, content, station));
      assertFalse(walk.violations().isEmpty());
    }
  }
}
