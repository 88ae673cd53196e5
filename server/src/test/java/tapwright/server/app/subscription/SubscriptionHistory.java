package tapwright.server.app.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tapwright.core.plan.Charge;
import tapwright.core.plan.PlanEvent;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Termination;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.World;
import tapwright.server.app.duty.DoDuties;

/** A life of one subscription drawn from a seed, looked at after each step. */
final class SubscriptionHistory {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<PlanEvent.Step> STEPS =
      List.of(
          PlanEvent.Step.UPGRADE_UNDONE,
          PlanEvent.Step.DOWNGRADE_DROPPED,
          PlanEvent.Step.CANCELLATION_WITHDRAWN,
          PlanEvent.Step.REACTIVATED);

  private final World world;
  private final Plans plans;
  private final DoDuties node;
  private final Random random;
  private final SubscriptionModel model;
  private final String id;
  private final List<String> wrong = new ArrayList<>();

  SubscriptionHistory(World world, Plans plans, long seed, boolean forgiving) {
    this.world = world;
    this.plans = plans;
    this.node = Plans.node(world, "history-" + seed);
    this.random = new Random(seed);
    this.model = new SubscriptionModel(forgiving);
    this.id = plans.start("account-" + seed + forgiving).subscriptionId();
  }

  /** Lives so many steps; answers what was not as it should be. */
  List<String> live(int steps) {
    for (int i = 0; i < steps && wrong.isEmpty(); i++) {
      String step = step();
      look(step + " (step " + i + ")");
    }
    return wrong;
  }

  /** What the step before made due at once happens first, as it would within a second. */
  private String step() {
    node.round().join();
    settleTime("what was due");
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> pass();
      case 3, 4, 5 -> report(Charge.State.PAID);
      case 6 -> report(Charge.State.FAILED);
      default -> act();
    };
  }

  private String pass() {
    world.clock.advance(Duration.ofHours(random.nextInt(1, 24 * 40)));
    node.round().join();
    settleTime("a round");
    return "a round";
  }

  private void settleTime(String what) {
    String seen = state();
    if (!model.mayTurnInto(seen)) {
      wrong.add(what + " made " + seen + " of " + model.state());
    }
    model.turned(seen);
  }

  private String state() {
    return plans.view(id).subscription().plan().standing().word();
  }

  private String report(Charge.State state) {
    List<Charge> open = plans.view(id).charges().stream().filter(Charge::isOpen).toList();
    if (open.isEmpty()) {
      return "nothing to report";
    }
    long number = open.get(random.nextInt(open.size())).number();
    if (state == Charge.State.PAID) {
      plans.pay(id, number);
      model.paid(number);
    } else {
      plans.fail(id, number);
      model.failed(number);
    }
    return state + " of charge " + number;
  }

  private String act() {
    Function<Instant, PlanEvent> event = drawn();
    String word = event.apply(Instant.EPOCH).word();
    long version = plans.view(id).subscription().version();
    Answer<Receipt> answer = plans.act(id, version, event);
    if (answer instanceof Answer.Done<Receipt>) {
      model.acted(word);
      forgetSettled();
    } else if (plans.view(id).subscription().version() != version) {
      wrong.add(word + " was refused and changed it");
    }
    return word;
  }

  /** What was waived is not owed any more. */
  private void forgetSettled() {
    plans.view(id).charges().stream()
        .filter(one -> one.state() == Charge.State.WAIVED)
        .forEach(one -> model.paid(one.number()));
  }

  private Function<Instant, PlanEvent> drawn() {
    boolean back = random.nextBoolean();
    return switch (random.nextInt(12)) {
      case 0, 1 -> asked -> new PlanEvent.Upgraded(Plans.PRO);
      case 2 -> asked -> new PlanEvent.Upgraded(Plans.offer("year", 12, "900.00 INR", "0.00 INR"));
      case 3 -> asked -> new PlanEvent.DowngradePlanned(Plans.BASIC);
      case 4, 5 -> asked -> new PlanEvent.CancelledAtEnd(asked, back ? 1 : 0);
      case 6 -> asked -> new PlanEvent.CancelledNow(asked, back);
      case 7 ->
          random.nextInt(12) == 0
              ? asked -> new PlanEvent.Terminated(Termination.OTHER, back)
              : asked -> PlanEvent.Step.REACTIVATED;
      default -> {
        PlanEvent.Step step = STEPS.get(random.nextInt(STEPS.size()));
        yield asked -> step;
      }
    };
  }

  private void look(String step) {
    SubscriptionView view = plans.view(id);
    List<TrailEntry> trail = plans.trail(id);
    expect(step + ": state", model.state(), state());
    expect(step + ": trail", view.subscription().version(), (long) trail.size());
    expect(step + ": numbers", view.subscription().plan().charges(), (long) view.charges().size());
    long paid = sum(view.charges(), Charge.State.PAID, Charge.State.GIVEN_BACK);
    long back = trail.stream().mapToLong(SubscriptionHistory::refund).sum();
    if (back > sum(view.charges(), Charge.State.GIVEN_BACK)) {
      wrong.add(step + ": gave back " + back + " of " + paid);
    }
    if (hasTermTwice(view.charges())) {
      wrong.add(step + ": a term is charged twice: " + view.charges());
    }
  }

  private void expect(String what, Object expected, Object seen) {
    if (!expected.equals(seen)) {
      wrong.add(what + " is " + seen + ", not " + expected);
    }
  }

  private static long sum(List<Charge> charges, Charge.State... states) {
    return charges.stream()
        .filter(one -> List.of(states).contains(one.state()))
        .mapToLong(one -> one.amount().plus(one.credit()).minorUnits())
        .sum();
  }

  private static long refund(TrailEntry entry) {
    try {
      String refund = JSON.readTree(entry.detail()).path("refund").asText();
      return refund.isEmpty() ? 0 : Money.parse(refund).orElseThrow().minorUnits();
    } catch (JsonProcessingException e) {
      throw new AssertionError(entry.detail(), e);
    }
  }

  /** Charges for terms that begin at one instant, both of which are still owed or paid. */
  private static boolean hasTermTwice(List<Charge> charges) {
    List<Instant> begins =
        charges.stream()
            .filter(one -> one.kind() == Charge.Kind.TERM)
            .filter(one -> one.isOpen() || one.state() == Charge.State.PAID)
            .map(Charge::from)
            .toList();
    return begins.stream().distinct().count() != begins.size();
  }
}
