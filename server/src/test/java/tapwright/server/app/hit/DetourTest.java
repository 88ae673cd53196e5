package tapwright.server.app.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.CardEvent;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.server.app.FutureWaiter;
import tapwright.server.app.UnreliableLedger;
import tapwright.server.app.World;
import tapwright.server.record.StoreFault;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.store.spool.SpoolFile;

/** Hits while the record cannot be reached, and what of them is on record when it can again. */
class DetourTest {

  private static final String UID = "04E141124C2880";
  private static final HitAnswer LEADS_ON = new HitAnswer.Redirect("https://example.com/1", false);

  @TempDir private Path folder;
  private World world;
  private UnreliableLedger ledger;
  private SpoolFile spool;
  private Detour detour;
  private TakeHits desk;
  private Card card;
  private long nextId;

  @BeforeEach
  void open() {
    world = new World(folder);
    ledger = new UnreliableLedger(world.store);
    card = world.issued("A-1", UID);
    start();
  }

  @AfterEach
  void close() {
    spool.close();
    world.close();
  }

  private Path spoolFile() {
    return folder.resolve("hits.spool");
  }

  /** A process that starts: it knows no cards, and finds what lies in the spool. */
  private void start() {
    spool = SpoolFile.open(spoolFile(), SpoolFile.LIMIT_BYTES);
    detour = new Detour(spool, Runnable::run);
    detour.drainAll(ledger, world.hitRules).join();
    desk =
        new TakeHits(
            ledger, world.hitRules, TakeHits.Limits.USUAL, TakeHits.Beside.unwatched(detour));
  }

  private Arrival read(Slug slug, int counter) {
    ChipParameters mirror = ChipParameters.mirrored("%sx%06X".formatted(UID, counter));
    return new Arrival(
        slug,
        new Hit(LinkKind.CHIP, false, World.PHONE, "", mirror, false),
        world.clock.instant(),
        nextId++);
  }

  private CompletableFuture<HitAnswer> take(int counter) {
    return FutureWaiter.takenBy(desk, read(card.slug(), counter));
  }

  /** Tries the record again, and waits until what waited was dealt with: a hit waits behind it. */
  private void tryAgain() {
    desk.tryAgain().join();
    FutureWaiter.takenBy(desk, read(new Slug("0000000000"), 1))
        .handle((answer, failure) -> true)
        .join();
  }

  private long taps() {
    return world.view(card.id()).usage().stream()
        .filter(count -> count.hitClass() == HitClass.TAP)
        .mapToLong(UsageCount::count)
        .sum();
  }

  private static void assertFails(
      Class<? extends StoreFault> fault, CompletableFuture<HitAnswer> told) {
    assertInstanceOf(fault, assertThrows(CompletionException.class, told::join).getCause());
  }

  @Test
  void hitsOfAKnownCard_areAnsweredAndComeOntoTheRecordLater() {
    take(3).join();
    ledger.is(UnreliableLedger.Mood.AWAY);

    assertEquals(LEADS_ON, take(4).join());
    assertEquals(LEADS_ON, take(5).join());
    assertEquals(1, taps());

    ledger.is(UnreliableLedger.Mood.WELL);
    tryAgain();
    assertEquals(3, taps());
    assertEquals(0, spool.size());
    assertEquals(LEADS_ON, take(6).join());
    assertEquals(4, taps());
  }

  @Test
  void aCardThatWasNotHitBefore_isNotAnsweredWithoutTheRecord() {
    ledger.is(UnreliableLedger.Mood.AWAY);

    assertFails(StoreFault.CardNotKnown.class, take(3));
    assertEquals(0, spool.size());
  }

  /** The contact is on the record alone; and a look at it says nothing of where the card leads. */
  @Test
  void aContact_isNotShownWithoutTheRecord() {
    take(3).join();
    share().join();
    ledger.is(UnreliableLedger.Mood.AWAY);

    assertFails(StoreFault.CardNotKnown.class, share());
    assertEquals(LEADS_ON, take(4).join());
    assertEquals(1, spool.size());
  }

  private CompletableFuture<HitAnswer> share() {
    Hit hit = new Hit(LinkKind.SHARE, false, World.PHONE, "", ChipParameters.NONE, false);
    return FutureWaiter.takenBy(
        desk, new Arrival(card.slug(), hit, world.clock.instant(), nextId++));
  }

  @Test
  void aCardThatChangedSinceItsLastHit_isNotAnsweredFromMemory() {
    take(3).join();
    World.done(world.runCards.leadTo(World.SHOP, card.id(), "https://example.com/new").join());
    ledger.is(UnreliableLedger.Mood.AWAY);

    assertFails(StoreFault.CardNotKnown.class, take(4));
  }

  /** The old link leads where the new card does, and the new card's own end ends that too. */
  @Test
  void aReplacedCard_isNotAnsweredFromMemory() {
    Card fresh = world.issued("A-2", "04E141124C2881");
    ChipParameters mirror = ChipParameters.mirrored("04E141124C2881x000003");
    Hit firstTap = new Hit(LinkKind.CHIP, false, World.PHONE, "", mirror, false);
    FutureWaiter.takenBy(desk, new Arrival(fresh.slug(), firstTap, World.START, nextId++)).join();
    World.done(
        world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.REPLACED)).join());
    sql("UPDATE card SET replaced_by = " + fresh.id().value() + " WHERE card_id = " + id(card));
    assertInstanceOf(HitAnswer.Redirect.class, take(3).join());
    World.done(
        world.runCards.act(World.SHOP, fresh.id(), World.act(CardEvent.Step.REVOKED)).join());
    ledger.is(UnreliableLedger.Mood.AWAY);

    assertFails(StoreFault.CardNotKnown.class, take(4));
  }

  /** What another thread hears while hits are taken: either answered and journaled, or neither. */
  @Test
  void aCardThatChangesWhileItsHitIsTaken_isAnsweredOnlyIfTheHitIsInTheSpool() {
    take(3).join();
    List<Arrival> hits = List.of(read(card.slug(), 4));

    List<Optional<HitAnswer>> answers =
        detour.take(new ChangingWhileRead(hits, card.slug()), world.hitRules).join();

    assertEquals(answers.stream().filter(Optional::isPresent).count(), spool.size(), "" + answers);
  }

  /** Hits on a card of which a change is heard when they are gone through for the second time. */
  private final class ChangingWhileRead extends AbstractList<Arrival> {

    private final List<Arrival> hits;
    private final Slug slug;
    private int looks;

    ChangingWhileRead(List<Arrival> hits, Slug slug) {
      this.hits = hits;
      this.slug = slug;
    }

    @Override
    public Arrival get(int place) {
      return hits.get(place);
    }

    @Override
    public int size() {
      return hits.size();
    }

    @Override
    public Stream<Arrival> stream() {
      looks++;
      if (looks == 2) {
        detour.changed(slug, Long.MAX_VALUE);
      }
      return super.stream();
    }
  }

  /** As on record: what is no visit, or none that counts, uses up no visit that follows. */
  @ParameterizedTest
  @CsvSource({
    "false, '', false, true",
    "false, '', true, false",
    "false, prefetch, false, false",
    "false, no-cors, false, false",
    "true, '', false, false"
  })
  void aBareLink_isRememberedAsOnRecord(
      boolean head, String purpose, boolean repeats, boolean remembered) {
    sql("UPDATE card SET counter_baseline = -1 WHERE card_id = " + id(card));
    Hit hit = new Hit(LinkKind.CHIP, head, World.PHONE, purpose, ChipParameters.NONE, repeats);
    HitAnswer expected = new HitAnswer.Redirect("https://example.com/1", remembered);

    assertEquals(expected, take(hit).join());
    ledger.is(UnreliableLedger.Mood.AWAY);
    assertEquals(expected, take(hit).join());
  }

  @Test
  void aPreviewersLook_isNotRemembered() {
    take(3).join();
    ledger.is(UnreliableLedger.Mood.AWAY);
    Hit look = new Hit(LinkKind.CHIP, false, "WhatsApp/2.23", "", ChipParameters.NONE, false);

    assertEquals(LEADS_ON, take(look).join());
  }

  private CompletableFuture<HitAnswer> take(Hit hit) {
    return FutureWaiter.takenBy(
        desk, new Arrival(card.slug(), hit, world.clock.instant(), nextId++));
  }

  private static long id(Card card) {
    return card.id().value();
  }

  private void sql(String statement) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("world.db"));
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  @Test
  void aHit_neverOvertakesThoseThatWait() {
    take(3).join();
    ledger.is(UnreliableLedger.Mood.AWAY);
    take(4).join();
    ledger.is(UnreliableLedger.Mood.WELL);

    // The record is back, but nobody has tried it yet.
    assertEquals(LEADS_ON, take(70).join());
    assertEquals(2, spool.size());
    tryAgain();

    assertEquals(3, taps());
    assertEquals(0, spool.size());
  }

  @Test
  void hitsThatWaited_areClassedWhenTheyComeOntoTheRecord() {
    take(3).join();
    ledger.is(UnreliableLedger.Mood.AWAY);
    take(4).join();
    take(4).join();
    ledger.is(UnreliableLedger.Mood.WELL);
    tryAgain();

    assertEquals(
        List.of(new UsageCount(HitClass.REPLAY, 1), new UsageCount(HitClass.TAP, 2)),
        world.view(card.id()).usage());
  }

  @Test
  void aSpoolThatIsDrainedTwice_countsOnce() throws IOException {
    take(3).join();
    ledger.is(UnreliableLedger.Mood.AWAY);
    take(4).join();
    take(5).join();
    Files.copy(spoolFile(), folder.resolve("copy"));
    ledger.is(UnreliableLedger.Mood.WELL);
    tryAgain();
    spool.close();
    Files.move(folder.resolve("copy"), spoolFile(), StandardCopyOption.REPLACE_EXISTING);
    start();

    assertEquals(3, taps());
    assertEquals(0, spool.size());
  }

  @Test
  void hitsWhoseStoringWasNotTold_areOnRecordOnce() {
    take(3).join();
    ledger.is(UnreliableLedger.Mood.MUTE);
    assertEquals(LEADS_ON, take(4).join());
    ledger.is(UnreliableLedger.Mood.WELL);
    tryAgain();

    assertEquals(2, taps());
    assertEquals(List.of(new UsageCount(HitClass.TAP, 2)), world.view(card.id()).usage());
  }

  @Test
  void aHitThatTheRecordCanNeverTake_isSetAsideAndTheOthersAreStored() {
    Slug gone = new Slug("0000000000");
    spool.append(List.of(read(card.slug(), 3), read(gone, 4), read(card.slug(), 5)));
    spool.close();
    start();

    assertEquals(2, taps());
    assertEquals(0, spool.size());
    assertTrue(Files.exists(folder.resolve("hits.spool.aside")));
  }

  /** Outages, lost commits and deaths of the process in any order: each answered hit, once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whateverHappens_everyAnsweredHitIsOnRecordOnce(long seed) throws IOException {
    Random random = new Random(seed);
    Map<Integer, Boolean> answered = new HashMap<>();
    take(3).join();
    answered.put(3, true);
    for (int counter = 4; counter < 120; counter++) {
      happen(random);
      answered.put(counter, isAnswered(take(counter)));
    }
    ledger.is(UnreliableLedger.Mood.WELL);
    die(random);

    List<Integer> missing = new ArrayList<>();
    Map<Integer, Integer> stored = storedTaps();
    answered.forEach(
        (counter, was) -> addIf(was && !stored.containsKey(counter), counter, missing));
    assertEquals(List.of(), missing, "answered but not on record, seed " + seed);
    stored.forEach((counter, times) -> assertEquals(1, times, "seed " + seed + ": " + counter));
  }

  private static void addIf(boolean condition, int counter, List<Integer> list) {
    if (condition) {
      list.add(counter);
    }
  }

  private void happen(Random random) throws IOException {
    switch (random.nextInt(6)) {
      case 0 -> ledger.is(UnreliableLedger.Mood.AWAY);
      case 1 -> ledger.is(UnreliableLedger.Mood.MUTE);
      case 2 -> ledger.is(UnreliableLedger.Mood.WELL);
      case 3 -> tryAgain();
      case 4 -> die(random);
      default -> {
        // Nothing happens.
      }
    }
  }

  /** The process is killed, perhaps in the middle of an append, and starts again. */
  private void die(Random random) throws IOException {
    spool.close();
    if (random.nextBoolean()) {
      byte[] torn = new byte[1 + random.nextInt(40)];
      random.nextBytes(torn);
      Files.write(spoolFile(), torn, StandardOpenOption.APPEND);
    }
    start();
  }

  private static boolean isAnswered(CompletableFuture<HitAnswer> told) {
    return told.handle((answer, failure) -> failure == null).join();
  }

  /** How often each counter value is on record as a tap. */
  private Map<Integer, Integer> storedTaps() {
    Map<Integer, Integer> taps = new HashMap<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("world.db"));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT counter FROM hit WHERE class = 'tap'")) {
      while (rows.next()) {
        taps.merge(rows.getInt(1), 1, Integer::sum);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return taps;
  }
}
