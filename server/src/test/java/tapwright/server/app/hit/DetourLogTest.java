package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.server.HeardLog;
import tapwright.server.app.FutureWaiter;
import tapwright.server.app.UnreliableLedger;
import tapwright.server.app.World;
import tapwright.server.record.StoreFault;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.HitSpool;

/** What the log says of hits that stay in the spool, and how often. */
class DetourLogTest {

  @TempDir private Path folder;
  @RegisterExtension final HeardLog said = HeardLog.of(Detour.class);

  private final BrokenSpool spool = new BrokenSpool();
  private World world;
  private UnreliableLedger ledger;
  private TakeHits desk;
  private Card card;

  @BeforeEach
  void open() {
    world = new World(folder);
    ledger = new UnreliableLedger(world.store);
    card = world.issued("A-1", "04E141124C2880");
    desk =
        new TakeHits(
            ledger,
            world.hitRules,
            TakeHits.Limits.USUAL,
            TakeHits.Beside.unwatched(new Detour(spool, Runnable::run)));
    take(3);
    ledger.is(UnreliableLedger.Mood.AWAY);
    take(4);
    ledger.is(UnreliableLedger.Mood.WELL);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void take(int counter) {
    ChipParameters mirror = ChipParameters.mirrored("04E141124C2880x%06X".formatted(counter));
    Hit hit = new Hit(LinkKind.CHIP, false, World.PHONE, "", mirror, false);
    FutureWaiter.takenBy(desk, new Arrival(card.slug(), hit, world.clock.instant(), counter))
        .join();
  }

  /** Tries the record again, and waits until that was dealt with: a hit waits behind it. */
  private void tryAgain() {
    desk.tryAgain().join();
    Hit hit = new Hit(LinkKind.CHIP, false, World.PHONE, "", ChipParameters.NONE, false);
    Arrival ofNoCard = new Arrival(new Slug("0000000000"), hit, world.clock.instant(), 0);
    FutureWaiter.takenBy(desk, ofNoCard).handle((answer, failure) -> true).join();
  }

  @Test
  void aSpoolThatCannotBeRead_isSaidOnceInOneLine() {
    spool.broken = "reading";
    for (int i = 0; i < 5; i++) {
      tryAgain();
    }

    assertSaidOnce("the database failed while reading the spool: no such disk");
  }

  @Test
  void aSpoolThatCannotBeCleared_isSaidOnceInOneLineAndTriedAgain() {
    spool.broken = "clearing";
    for (int i = 0; i < 5; i++) {
      tryAgain();
    }
    assertSaidOnce("the database failed while clearing the spool: no such disk");

    spool.broken = "";
    tryAgain();
    assertEquals(0, spool.size());
  }

  private void assertSaidOnce(String reason) {
    assertEquals(1, said.events().size(), said.events().toString());
    ILoggingEvent line = said.events().getFirst();
    assertNull(line.getThrowableProxy());
    String text = line.getFormattedMessage();
    assertTrue(text.startsWith("1 hits wait in the spool"), text);
    assertTrue(text.contains(reason) && text.contains("look at the record"), text);
  }

  /** A spool in memory whose disk fails when it is told so. */
  private static final class BrokenSpool implements HitSpool {
    private final List<Arrival> waiting = new ArrayList<>();
    private volatile String broken = "";

    private void failIf(String doing) {
      if (broken.equals(doing)) {
        throw new StoreFault.Unavailable(doing + " the spool", new IOException("no such disk"));
      }
    }

    @Override
    public void append(List<Arrival> hits) {
      waiting.addAll(hits);
    }

    @Override
    public List<Arrival> first(int limit) {
      failIf("reading");
      return List.copyOf(waiting.subList(0, Math.min(limit, waiting.size())));
    }

    @Override
    public void remove(int count) {
      failIf("clearing");
      waiting.subList(0, count).clear();
    }

    @Override
    public void setFirstAside() {
      waiting.removeFirst();
    }

    @Override
    public int size() {
      return waiting.size();
    }
  }
}
