package tapwright.server.app.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.plan.PlanEvent;
import tapwright.server.app.Answer;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.RefundRequest.PlanEventKey;
import tapwright.server.app.subscription.OwedBack;

/** Money that plans owe back, and the refunds that are made of it. */
class OwedRefundsTest implements NewRecord {

  @TempDir private Path folder;
  private EffectWorld effects;
  private String plan = "";
  private PlanEventKey ended = new PlanEventKey("", 1);

  /** A month of 31 days, given up by the seller on its eleventh. */
  @BeforeEach
  void endService() {
    effects = new EffectWorld(newRecord(folder));
    effects.ordered("A-1", "subscription");
    effects.capture("A-1", Map.of("card", EffectWorld.PRICE));
    plan = effects.plan("A-1");
    effects.world.clock.advance(Duration.ofDays(10));
    ended = new PlanEventKey(plan, effects.act(plan, PlanEvent.Step.DISCONTINUED));
  }

  @AfterEach
  void close() {
    effects.close();
  }

  private static String refusal(Answer<?> answer) {
    return World.refused(answer).refusal().code().code();
  }

  private OwedBack owed() {
    List<OwedBack> all = effects.view(plan).owedBack();
    assertEquals(1, all.size());
    return all.getFirst();
  }

  @Test
  void whatAnEventOwes_goesBackOnceAndNoFurther() {
    assertEquals(EffectWorld.money("33.20 INR"), owed().amount(), "21 of 31 days, rounded up");

    World.done(effects.refundOwed(EffectWorld.SUPPORT, "A-1", ended, "30.00 INR"));
    assertEquals(EffectWorld.money("3.20 INR"), owed().open());
    assertEquals(
        "refund-exceeds-owed",
        refusal(effects.refundOwed(EffectWorld.SUPPORT, "A-1", ended, "3.21 INR")));
    World.done(effects.refundOwed(EffectWorld.SUPPORT, "A-1", ended, "3.20 INR"));
    assertEquals(EffectWorld.money("0.00 INR"), owed().open());
    assertEquals(3_320, effects.provider.left("pi_A-1"));
    World.done(effects.refundOwed(EffectWorld.SUPERVISOR, "A-1", ended, "1.00 INR"));
  }

  @Test
  void refundThatIsDeclined_isOwedStill() {
    effects.provider.next(BookProvider.Mishap.DECLINES);
    World.done(effects.refundOwed(EffectWorld.SUPPORT, "A-1", ended, "33.20 INR"));

    assertEquals(owed().amount(), owed().open());
  }

  @Test
  void eventThatOwesNothingOrIsSomebodyElses_isRefused() {
    effects.ordered("A-2", "card");
    effects.capture("A-2", Map.of("card", EffectWorld.PRICE));

    assertEquals(
        "refund-plan-elsewhere",
        refusal(effects.refundOwed(EffectWorld.SUPPORT, "A-2", ended, "1.00 INR")));
    assertEquals(
        "refund-nothing-owed",
        refusal(
            effects.refundOwed(EffectWorld.SUPPORT, "A-1", new PlanEventKey(plan, 1), "1.00 INR")));
    assertEquals(
        "subscription-unknown",
        refusal(
            effects.refundOwed(
                EffectWorld.SUPPORT, "A-1", new PlanEventKey("none", 1), "1.00 INR")));
    assertTrue(owed().refunds().isEmpty());
  }
}
