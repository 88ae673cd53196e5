package tapwright.server.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.card.SellerId;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.StoreFault;
import tapwright.server.record.order.Order;
import tapwright.server.record.seller.Activation;
import tapwright.server.record.seller.Seller;
import tapwright.server.record.watch.Backlog;
import tapwright.server.record.watch.SchemaStep;

/** What every record keeps to, whatever engine it is on. */
public abstract class LedgerContract {

  public static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123456Z");

  protected Ledger store;

  /** Opens the record of this test; again, where it was opened and closed before. */
  protected abstract Ledger reopen();

  /** A connection to it past the store. */
  protected abstract Connection connect() throws SQLException;

  @BeforeEach
  protected void open() {
    store = reopen();
  }

  @AfterEach
  protected void close() {
    store.close();
  }

  @Test
  void figures_ofANewRecord_areNothingOnTheSchemaThatWasMade() {
    Backlog backlog = store.readAcrossSellers(records -> records.figures().backlog(NOW)).join();
    assertEquals(new Backlog(0, 0, 0, 0, 0, Optional.empty(), 0, Backlog.Messages.NONE), backlog);

    List<SchemaStep> all = store.readAcrossSellers(records -> records.figures().beyond(0)).join();
    assertTrue(all.contains(new SchemaStep(10, "share page")), all.toString());
    int newest = all.getLast().version();
    assertEquals(
        List.of(), store.readAcrossSellers(records -> records.figures().beyond(newest)).join());
  }

  @Test
  void aDefect_isAnsweredToItsOwnWorkAndNothingOfItIsStored() {
    CountDownLatch gathered = new CountDownLatch(1);
    CompletableFuture<Boolean> before = store.writeAcrossSellers(records -> awaitLatch(gathered));
    CompletableFuture<Boolean> first = store.writeAcrossSellers(records -> add(records, "first"));
    CompletableFuture<Boolean> defect =
        store.writeAcrossSellers(
            records -> {
              add(records, "defect");
              throw new IllegalStateException("planted");
            });
    CompletableFuture<Boolean> last = store.writeAcrossSellers(records -> add(records, "last"));
    gathered.countDown();

    assertTrue(before.join());
    assertTrue(first.orTimeout(10, SECONDS).join());
    assertTrue(last.orTimeout(10, SECONDS).join());
    assertInstanceOf(IllegalStateException.class, failure(defect));
    assertEquals(List.of("first", "last"), sellers());
  }

  @Test
  void anErrorInAWork_isAnsweredToItAndTheNextIsStored() {
    CompletableFuture<Boolean> failed =
        store.writeAcrossSellers(
            records -> {
              add(records, "failed");
              throw new StackOverflowError("planted");
            });

    assertInstanceOf(
        StackOverflowError.class,
        assertThrows(CompletionException.class, () -> failed.orTimeout(10, SECONDS).join())
            .getCause());
    assertTrue(
        store.writeAcrossSellers(records -> add(records, "next")).orTimeout(10, SECONDS).join());
    assertEquals(List.of("next"), sellers());
  }

  @Test
  void whatWasAnswered_isThereAfterTheFileIsOpenedAgain() {
    store.writeAcrossSellers(records -> add(records, "kept")).join();
    store.close();
    store = reopen();

    assertEquals(List.of("kept"), sellers());
  }

  @Test
  void close_storesWhatWasTakenBefore() {
    List<CompletableFuture<Boolean>> taken = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String name = "s" + i;
      taken.add(store.writeAcrossSellers(records -> add(records, name)));
    }
    store.close();

    taken.forEach(future -> assertTrue(future.isDone() && !future.isCompletedExceptionally()));
    assertInstanceOf(
        StoreFault.Closed.class,
        assertThrows(
                CompletionException.class,
                () -> store.writeAcrossSellers(records -> add(records, "late")).join())
            .getCause());
    store = reopen();
    assertEquals(200, sellers().size());
  }

  @Test
  void aRead_mayNotWrite() {
    assertThrows(
        CompletionException.class,
        () -> store.readAcrossSellers(records -> add(records, "no")).join());
    assertEquals(List.of(), sellers());
  }

  @Test
  void aRead_seesWhatWasStoredBeforeIt() {
    for (int i = 0; i < 20; i++) {
      String name = "s" + i;
      store.writeAcrossSellers(records -> add(records, name)).join();
      assertEquals(i + 1, sellers().size());
    }
  }

  protected static boolean awaitLatch(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aBrokenRule_isADefectOfItsWork() {
    store.writeAcrossSellers(records -> add(records, "one")).join();

    assertInstanceOf(
        IllegalStateException.class,
        failure(store.writeAcrossSellers(records -> add(records, "other") && add(records, "one"))));
    assertEquals(List.of("one"), sellers());
    assertTrue(store.writeAcrossSellers(records -> add(records, "next")).join());
  }

  @Test
  void worksAtOnce_areAsIfOneCameAfterTheOther() {
    AtomicInteger runs = new AtomicInteger();
    List<CompletableFuture<Boolean>> racing = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      racing.add(store.writeAcrossSellers(records -> addFirst(records, runs)));
    }

    long added = racing.stream().filter(CompletableFuture::join).count();
    assertEquals(1, added);
    assertEquals(List.of("first"), sellers());
    assertTrue(runs.get() >= racing.size());
  }

  /** Adds a seller where there is none: what two works at once may both believe. */
  private static boolean addFirst(Records records, AtomicInteger runs) {
    runs.incrementAndGet();
    return records.sellers().all().isEmpty() && add(records, "first");
  }

  @Test
  void aChange_isSeenByTheNextWorkAndTheNextLookup() {
    store.writeAcrossSellers(records -> add(records, "one")).join();
    store
        .writeAcrossSellers(
            records -> {
              records.sellers().setActivation(new SellerId("one"), Activation.HOLDER);
              return true;
            })
        .join();

    assertEquals(
        List.of(new Seller(new SellerId("one"), Activation.HOLDER)),
        store.readAcrossSellers(records -> records.sellers().all()).join());
    assertEquals(
        List.of(new Seller(new SellerId("one"), Activation.HOLDER)),
        store.writeAcrossSellers(records -> records.sellers().all()).join());
  }

  @Test
  void anotherProcess_mayWriteBetweenTwoOfOurs() throws SQLException {
    store.writeAcrossSellers(records -> add(records, "ours")).join();
    execute("INSERT INTO seller (seller, activation, created_at) VALUES ('theirs', 'station', 0)");

    assertEquals(List.of("ours", "theirs"), sellers());
  }

  @Test
  void namesAreInOrderOfTheirCodePoints() {
    store
        .writeAcrossSellers(
            records -> add(records, "a-b") && add(records, "aa") && add(records, "b"))
        .join();

    assertEquals(List.of("a-b", "aa", "b"), sellers());
  }

  /** PostgreSQL keeps no such character; what holds one is found again all the same. */
  @Test
  void aTextWithANul_isNoDefect() {
    String number = "A\0-1";
    Order order =
        new Order("order", new SellerId("one"), number, "", "", NOW, Map.of("line", "a\0b"));
    store.writeAcrossSellers(records -> add(records, "one") && addOrder(records, order)).join();

    Order found =
        store
            .readAcrossSellers(records -> records.orders().byNumber(new SellerId("one"), number))
            .join()
            .orElseThrow();
    assertEquals(order.facts(), found.facts());
    assertEquals("order", found.id());
  }

  @Test
  void aTrail_isReadAsItWasWritten() {
    store.writeAcrossSellers(records -> add(records, "one") && add(records, "two")).join();
    write(trailEntry(1, "received"));
    write(trailEntry(2, "decided"));

    assertEquals(
        List.of(trailEntry(1, "received"), trailEntry(2, "decided")), trail(new SellerId("one")));
    assertEquals(List.of(), trail(new SellerId("two")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3})
  void aTrail_takesNoEntryButTheNext(long number) {
    store.writeAcrossSellers(records -> add(records, "one")).join();
    write(trailEntry(1, "received"));

    assertThrows(CompletionException.class, () -> write(trailEntry(number, "decided")));
    assertEquals(List.of(trailEntry(1, "received")), trail(new SellerId("one")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE trail SET kind = 'other'", "DELETE FROM trail"})
  void aTrail_isNeverChangedNorDeleted(String change) {
    store.writeAcrossSellers(records -> add(records, "one")).join();
    write(trailEntry(1, "received"));

    SQLException refused = assertThrows(SQLException.class, () -> execute(change));
    assertTrue(refused.toString().contains("trail is append-only"), refused.toString());
  }

  private void write(TrailEntry entry) {
    SellerId seller = new SellerId("one");
    store
        .write(
            seller,
            records -> {
              records.trails().add(new Subject(seller, Subject.Area.CLAIM, "claim-1"), entry);
              return true;
            })
        .join();
  }

  private List<TrailEntry> trail(SellerId seller) {
    return store
        .read(
            seller,
            records -> records.trails().of(new Subject(seller, Subject.Area.CLAIM, "claim-1")))
        .join();
  }

  private static TrailEntry trailEntry(long number, String kind) {
    return new TrailEntry(
        number,
        kind,
        "{\"outcome\": \"full-refund\"}",
        new TrailEntry.By("support@example.com", "support"),
        "B1",
        NOW,
        NOW.plusSeconds(number));
  }

  private static boolean addOrder(Records records, Order order) {
    records.orders().add(order);
    return true;
  }

  protected void execute(String statement) throws SQLException {
    try (Connection connection = connect();
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  public static Throwable failure(CompletableFuture<?> future) {
    Throwable cause =
        assertThrows(CompletionException.class, () -> future.orTimeout(60, SECONDS).join())
            .getCause();
    return cause == null ? new AssertionError("no cause") : cause;
  }

  public static boolean add(Records records, String name) {
    records.sellers().add(new Seller(new SellerId(name), Activation.STATION), NOW);
    return true;
  }

  protected List<String> sellers() {
    return store
        .readAcrossSellers(
            records -> records.sellers().all().stream().map(one -> one.id().value()).toList())
        .join();
  }
}
