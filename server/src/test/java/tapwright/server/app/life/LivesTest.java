package tapwright.server.app.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.audit.CheckResult;
import tapwright.server.store.upkeep.audit.RecordAudit;
import tapwright.server.store.upkeep.chain.ChainAudit;

/** Random lives of cards, claims and money together, faults included, beside a simple model. */
class LivesTest implements NewRecord {

  private static final long SEED = 20_260_302;
  private static final int FEW = 3;
  private static final int HUNDREDS = 250;
  private static final int ACTS = 50;

  /** In none of so many lives a planted fault was missed by far. */
  private static final int UNTIL_FOUND = 40;

  @TempDir private Path folder;

  private List<String> lived(long seed, int lives, Plant plant) {
    List<String> wrong = new ArrayList<>();
    try (LifeWorld world = new LifeWorld(newRecord(folder), plant)) {
      Life life = new Life(world);
      for (int i = 0; i < lives && wrong.isEmpty(); i++) {
        wrong.addAll(
            plant == Plant.NONE
                ? life.report(seed + i, ACTS)
                : life.lived(Life.drawn(seed + i, ACTS)));
      }
    }
    return wrong;
  }

  /** All chains hold, and whatever is kept is what its entries tell. */
  private List<String> audited() {
    List<String> found = new ArrayList<>();
    World.done(new ChainAudit(url(folder)).verify())
        .findings()
        .forEach(finding -> found.add(finding.toString()));
    World.done(RecordAudit.run(url(folder), Packs.shipped(), Progress.SILENT)).stream()
        .filter(result -> !result.inOrder())
        .map(CheckResult::toString)
        .forEach(found::add);
    return found;
  }

  @Test
  void someLives_areAsTheModelSays() {
    assertEquals(List.of(), lived(SEED, FEW, Plant.NONE));
    assertEquals(List.of(), audited());
  }

  /** Two thousand in all. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  @Tag("long")
  void hundredsOfLives_areAsTheModelSays(int part) {
    assertEquals(List.of(), lived(SEED + (long) part * HUNDREDS, HUNDREDS, Plant.NONE));
    assertEquals(List.of(), audited());
    System.out.println("lives: " + HUNDREDS + ", part " + part);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "RESUME_FORGETS_THE_OTHER_REASON",
        "OLD_SLUG_STAYS",
        "RESERVE_IGNORES_WHAT_IS_PENDING",
        "KEYS_ARE_FORGOTTEN"
      })
  void plantedFault_isFound(Plant plant) {
    assertFalse(lived(SEED, UNTIL_FOUND, plant).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(names = {"REVOKED_CARD_LEADS", "TASK_IS_NEVER_ENDED"})
  @Tag("long")
  void otherPlantedFault_isFound(Plant plant) {
    assertFalse(lived(SEED, UNTIL_FOUND, plant).isEmpty());
  }
}
