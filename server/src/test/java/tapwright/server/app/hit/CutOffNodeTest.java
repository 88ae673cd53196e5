package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.policy.library.Packs;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.ReadCounter;
import tapwright.server.app.FutureWaiter;
import tapwright.server.app.NewRecord;
import tapwright.server.app.UnreliableLedger;
import tapwright.server.app.World;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.store.spool.SpoolFile;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.audit.CheckResult;
import tapwright.server.store.upkeep.audit.RecordAudit;

/**
 * A node that is cut off from the record and answers hits out of its journal, while another node
 * takes those that come after them.
 */
class CutOffNodeTest implements NewRecord {

  private static final HitAnswer LEADS_ON = new HitAnswer.Redirect("https://example.com/1", false);

  /** Newer reads that the other node counts: more than a signed read may be late by. */
  private static final int NEWER = ReadCounter.LATE_LIMIT + 37;

  @TempDir private Path folder;
  private World world;
  private UnreliableLedger line;
  private SpoolFile spool;
  private TakeHits cutOff;
  private SignedCard card;
  private int counter = SignedCard.BASELINE;

  @BeforeEach
  void open() {
    world = new World(newRecord(folder));
    line = new UnreliableLedger(world.store);
    card = SignedCard.issued(world, "A-1", "04DE5F1EACC040");
    start();
    assertEquals(LEADS_ON, take(cutOff, ++counter));
    line.is(UnreliableLedger.Mood.AWAY);
  }

  private void start() {
    spool = SpoolFile.open(spoolFile(), SpoolFile.LIMIT_BYTES);
    Detour detour = new Detour(spool, Runnable::run);
    detour.drainAll(line, world.hitRules).join();
    cutOff =
        new TakeHits(
            line, world.hitRules, TakeHits.Limits.USUAL, TakeHits.Beside.unwatched(detour));
  }

  private Path spoolFile() {
    return folder.resolve("hits.spool");
  }

  @AfterEach
  void close() {
    spool.close();
    world.close();
  }

  private HitAnswer take(TakeHits node, int value) {
    Arrival arrival =
        new Arrival(
            card.slug(),
            card.hit(card.query(value)),
            world.clock.instant(),
            world.random.nextLong());
    return FutureWaiter.takenBy(node, arrival).join();
  }

  /** The hits that wait go onto the record as at the start of a node whose record is back. */
  private void drain() {
    spool.close();
    line.is(UnreliableLedger.Mood.WELL);
    start();
    assertEquals(0, spool.size());
  }

  private long count(HitClass hitClass) {
    return world.view(card.id()).usage().stream()
        .filter(usage -> usage.hitClass() == hitClass)
        .mapToLong(UsageCount::count)
        .sum();
  }

  @Test
  void answeredTaps_countHoweverManyNewerOnesWereCountedMeanwhile() {
    for (int i = 0; i < 10; i++) {
      assertEquals(LEADS_ON, take(cutOff, ++counter));
    }
    for (int i = 0; i < NEWER; i++) {
      take(world.takeHits, ++counter);
    }
    drain();

    assertEquals(counter - SignedCard.BASELINE, count(HitClass.TAP));
    assertEquals(0, count(HitClass.REPLAY));
    assertInOrder();
  }

  /** The same reads at both nodes, some twice, and a journal that is put on record twice. */
  @Test
  void whatBothNodesSaw_countsOnce() throws IOException {
    List<Integer> both = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      both.add(++counter);
    }
    both.forEach(value -> take(cutOff, value));
    both.subList(0, 4).forEach(value -> take(cutOff, value));
    both.subList(5, 10).reversed().forEach(value -> take(world.takeHits, value));
    for (int i = 0; i < NEWER; i++) {
      take(world.takeHits, ++counter);
    }
    Files.copy(spoolFile(), folder.resolve("copy"));
    drain();
    Files.move(folder.resolve("copy"), spoolFile(), StandardCopyOption.REPLACE_EXISTING);
    drain();

    assertEquals(counter - SignedCard.BASELINE, count(HitClass.TAP));
    assertEquals(4 + 5, count(HitClass.REPLAY));
    assertInOrder();
  }

  @Test
  void aLinkThatIsHeldBack_isTooOldAtANodeThatReachesTheRecord() {
    int held = ++counter;
    for (int i = 0; i < NEWER; i++) {
      take(world.takeHits, ++counter);
    }
    take(world.takeHits, held);

    assertEquals(1, count(HitClass.REPLAY));
  }

  private void assertInOrder() {
    List<CheckResult> results =
        World.done(RecordAudit.run(url(folder), Packs.shipped(), Progress.SILENT));
    assertEquals(List.of(), results.stream().filter(result -> !result.inOrder()).toList());
  }
}
