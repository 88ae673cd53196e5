package tapwright.server.app.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.MarredLedger;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.claim.ClaimNote;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.record.StoreFault;

/** Tasks that the server carries out by itself, over two nodes. */
class CarryOutTasksTest implements NewRecord {

  private static final String LEFT = "task-left-to-people";

  @TempDir private Path folder;
  private EffectWorld effects;
  private CarryOutTasks first;
  private CarryOutTasks second;

  @BeforeEach
  void open() {
    effects =
        new EffectWorld(
            newRecord(folder), Set.of("full-refund", "revoke-card", "cancel"), RefundLimits.NONE);
    first = effects.rounds(effects.world.store);
    second = effects.rounds(effects.world.store);
  }

  @AfterEach
  void close() {
    effects.close();
  }

  private int rounds() {
    CompletableFuture<Integer> one = first.round();
    CompletableFuture<Integer> other = second.round();
    return one.join() + other.join();
  }

  private CardId paid(String order) {
    CardId card = effects.issued(order, "card");
    effects.capture(order, Map.of("card", EffectWorld.PRICE));
    return card;
  }

  private List<String> kinds(String claim) {
    return effects.kinds(Subject.Area.CLAIM, claim);
  }

  @Test
  void tasksOfTheSetting_areDoneOnceOverAllNodesAndOthersWait() {
    String claim =
        effects.ruled(
            paid("A-1"),
            Outcome.FULL_REFUND,
            EffectWorld.PRICE,
            Effect.REVOKE_CARD,
            Effect.SUSPEND);

    assertEquals(2, rounds());
    assertEquals(0, rounds());
    assertEquals(4_900, effects.provider.left("pi_A-1"));
    assertEquals("carry-out", effects.end(claim, 1).by());
    assertEquals(2, kinds(claim).stream().filter("task-done"::equals).count());
    assertTrue(effects.task(claim, 2).task().ended().isEmpty(), "suspend is for people");
  }

  @Test
  void whatIsRefused_isLeftToPeopleOnce() {
    String claim = effects.ruled(effects.issued("A-1", "subscription"), Outcome.CANCEL, "");

    assertEquals(1, rounds());
    effects.world.clock.advance(Duration.ofDays(1));
    assertEquals(0, rounds());
    TrailEntry left = effects.trail(Subject.Area.CLAIM, claim).getLast();
    assertEquals(LEFT, left.kind());
    assertEquals("server", left.by().role());
    assertTrue(left.detail().contains("task-no-subscription"), left.detail());
    effects.plan("A-1");
    World.done(effects.carry(claim, 1));
  }

  @Test
  void refundThatIsNotMade_isLeftToPeople() {
    effects.provider.next(BookProvider.Mishap.DECLINES);
    String claim = effects.ruled(paid("A-1"), Outcome.FULL_REFUND, EffectWorld.PRICE);

    assertEquals(1, rounds());
    effects.world.clock.advance(Duration.ofDays(1));
    assertEquals(0, rounds());
    assertTrue(kinds(claim).contains("refund-not-made"));
    assertEquals(0, effects.provider.left("pi_A-1"));
  }

  @Test
  void silentProvider_isLeftToThoseWhoReconcile() {
    effects.provider.next(BookProvider.Mishap.LOSES_THE_ANSWER);
    String claim = effects.ruled(paid("A-1"), Outcome.FULL_REFUND, EffectWorld.PRICE);

    assertEquals(1, rounds());
    effects.world.clock.advance(Duration.ofMinutes(5));
    assertEquals(0, rounds());
    effects.reconcile.round().join();
    assertTrue(effects.task(claim, 1).task().ended().isPresent());
    assertEquals(4_900, effects.provider.left("pi_A-1"));
  }

  /** The work fails, not the note that it was begun. */
  @Test
  void faults_areTriedAgainAfterGrowingPausesAndThenLeftToPeople() {
    String claim = effects.ruled(paid("A-1"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    CarryOutTasks broken =
        effects.rounds(
            new MarredLedger(
                effects.world.store,
                records -> {
                  throw new StoreFault.Unavailable("writing", new IllegalStateException("planted"));
                },
                UnaryOperator.identity(),
                UnaryOperator.identity()));

    assertThrows(CompletionException.class, () -> broken.round().join());
    effects.world.clock.advance(Duration.ofMinutes(1));
    assertEquals(0, broken.round().join(), "it is not due yet");
    for (int tries = 2; tries <= 7; tries++) {
      effects.world.clock.advance(Duration.ofDays(1));
      assertThrows(CompletionException.class, () -> broken.round().join());
    }
    effects.world.clock.advance(Duration.ofDays(1));
    assertEquals(1, broken.round().join());
    assertEquals(LEFT, kinds(claim).getLast());
    World.done(effects.carry(claim, 1));
  }

  @Test
  void taskThatAPersonDid_isNotDoneAgain() {
    String claim = effects.ruled(paid("A-1"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    World.done(effects.carry(claim, 1));

    assertEquals(0, rounds(), "a person was faster");
    assertEquals(4_900, effects.provider.left("pi_A-1"));
  }

  @Test
  void wordThatIsOutOfTheSetting_isLeftToPeople() {
    String claim = effects.ruled(paid("A-1"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    first = effects.rounds(effects.world.store, Set.of("revoke-card"));

    assertEquals(1, first.round().join());
    effects.world.clock.advance(Duration.ofDays(1));
    assertEquals(0, rounds());
    TrailEntry left = effects.trail(Subject.Area.CLAIM, claim).getLast();
    assertTrue(left.detail().contains("task-not-named"), left.detail());
    assertTrue(left.cause().startsWith("claim " + claim), left.cause());
    assertEquals(0, effects.provider.left("pi_A-1"));
  }

  /**
   * What is known since would be decided otherwise, so what was decided is no news to carry out.
   */
  @Test
  void wordThatWouldDifferByNow_isLeftToPeople() {
    String claim = effects.ruled(paid("A-1"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    effects.answer(claim, Map.of("cause", "customer"));

    assertEquals(1, rounds());
    TrailEntry left = effects.trail(Subject.Area.CLAIM, claim).getLast();
    assertTrue(left.detail().contains("task-would-now-differ"), left.detail());
    assertEquals(0, effects.provider.left("pi_A-1"));
    World.done(effects.carry(claim, 1));
  }

  @Test
  void wordThatIsContested_waitsForPeople() {
    String claim = effects.ruled(paid("A-1"), Outcome.FULL_REFUND, EffectWorld.PRICE);
    World.done(
        effects
            .claims
            .run()
            .appeal(EffectWorld.SUPPORT, claim, new ClaimNote(2, "not agreed"))
            .join());

    assertEquals(1, rounds());
    assertEquals(LEFT, kinds(claim).getLast());
    assertEquals(0, effects.provider.left("pi_A-1"));
  }
}
