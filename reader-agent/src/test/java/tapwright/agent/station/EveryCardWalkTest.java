package tapwright.agent.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualModel;

/** The whole walk, of which {@link CardWalkTest} takes a sample. */
@Tag("long")
class EveryCardWalkTest {

  private static final Thinning TWINS_SELDOM = new Thinning(1, 40);

  @TempDir(factory = InMemory.class)
  Path folder;

  @Test
  void everySituation_showsNothingWrongAndEndsCompleteOrRefused() throws IOException {
    long start = System.nanoTime();
    List<String> violations = new ArrayList<>();
    int situations = 0;
    for (VirtualModel chip : VirtualModel.all()) {
      CardWalk walk = walk(chip);
      situations += walk.situations();
      violations.addAll(walk.violations());
    }
    System.out.printf(
        "card walk, whole: %d situations, %d violations, %d chips, %d kinds of reader,"
            + " seed %d, %s, %d s%n",
        situations,
        violations.size(),
        VirtualModel.all().size(),
        ReaderKind.values().length,
        CardWalkTest.SEED,
        TWINS_SELDOM,
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
    assertEquals(List.of(), violations);
    assertTrue(situations >= 100_000, situations + " situations");
  }

  /** Each chip has a journal of its own, in which its cards are numbered. */
  private CardWalk walk(VirtualModel chip) throws IOException {
    Path own = Files.createDirectory(folder.resolve(chip.name()));
    try (WalkStation station = new WalkStation(own, WalkStand.PRODUCT)) {
      CardWalk walk = new CardWalk(station, new Random(CardWalkTest.SEED), TWINS_SELDOM);
      walk.walkAll(chip);
      System.out.println("the whole of " + walk.report(chip));
      walk.examples().forEach(example -> System.out.println("  " + example));
      return walk;
    }
  }
}
