package tapwright.server.app.subscription;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.plan.Charge;
import tapwright.core.plan.Standing;
import tapwright.core.plan.Subscription;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Line;
import tapwright.core.policy.fact.Term;
import tapwright.server.record.Records;
import tapwright.server.record.order.Order;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;

/**
 * What the record knows of the plan of an order's account, by the names that policies use.
 *
 * <p>Only for claims about the subscription: the price of a plan says nothing of a card.
 */
public final class PlanFacts {

  private static final int YEAR = 12;

  private PlanFacts() {}

  /**
   * The facts; none where the claim is about something else, or nobody subscribed.
   *
   * @param sent what came with the claim, which says what it is about where the order does not
   */
  public static Map<String, String> of(
      Records records, Order order, Map<String, String> sent, Instant now) {
    String line = Choice.LINE.key();
    String about = sent.getOrDefault(line, order.facts().getOrDefault(line, ""));
    if (!about.equals(Line.SUBSCRIPTION.word())) {
      return Map.of();
    }
    return records.subscriptions().of(Payer.of(order)).stream()
        .findFirst()
        .map(one -> of(one, records.subscriptions().charges(one.seller(), one.id()), now))
        .orElse(Map.of());
  }

  static Map<String, String> of(StoredSubscription stored, List<Charge> charges, Instant now) {
    Subscription plan = stored.plan();
    Map<String, String> facts = new LinkedHashMap<>();
    plan.run().offer().level().ifPresent(level -> facts.put(Choice.PLAN.key(), level.word()));
    term(plan.run().offer().months()).ifPresent(term -> facts.put(Choice.TERM.key(), term.word()));
    facts.put("price", price(plan, charges, now).toString());
    facts.put(Flag.SETUP_FEE_PAID.key(), Boolean.toString(setUpPaid(charges)));
    put(facts, Event.PURCHASED_AT, Optional.of(plan.startedAt()));
    put(facts, Event.UPGRADED_AT, plan.upgrade().map(Subscription.Upgrade::at));
    put(facts, Event.CANCELLED_AT, plan.ending().map(Subscription.Ending::askedAt));
    put(facts, Event.PERIOD_STARTED_AT, Optional.of(plan.termStartsAt()));
    put(facts, Event.PAID_UNTIL, plan.paidUntil(charges));
    if (plan.standing().isServed()) {
      put(facts, Event.RENEWS_AT, Optional.of(plan.termEndsAt()));
    }
    ended(facts, plan.standing());
    return facts;
  }

  /** While an upgrade can be undone, its charge is what a claim would give back. */
  private static Money price(Subscription plan, List<Charge> charges, Instant now) {
    return plan.upgrade()
        .filter(upgrade -> now.isBefore(upgrade.until()))
        .flatMap(
            upgrade ->
                charges.stream()
                    .filter(one -> one.number() == upgrade.firstCharge())
                    .filter(one -> one.kind() == Charge.Kind.UPGRADE)
                    .map(Charge::amount)
                    .findFirst())
        .orElse(plan.run().offer().price());
  }

  private static boolean setUpPaid(List<Charge> charges) {
    return charges.stream()
        .anyMatch(one -> one.kind() == Charge.Kind.SET_UP && one.state() == Charge.State.PAID);
  }

  /** Empty where policies have no word for the length. */
  private static Optional<Word> term(int months) {
    if (months == 1) {
      return Optional.of(Term.MONTHLY);
    }
    if (months % YEAR != 0) {
      return Optional.empty();
    }
    return Optional.of(months == YEAR ? Term.ANNUAL : Term.MULTI_YEAR);
  }

  private static void ended(Map<String, String> facts, Standing standing) {
    switch (standing) {
      case Standing.Terminated end -> facts.put(Choice.TERMINATION.key(), end.reason().word());
      case Standing.Discontinued end -> put(facts, Event.DISCONTINUED_AT, Optional.of(end.since()));
      case Standing.Running _, Standing.Grace _, Standing.Lapsed _, Standing.Deactivated _ -> {}
    }
  }

  private static void put(Map<String, String> facts, Event event, Optional<Instant> at) {
    at.ifPresent(instant -> facts.put(event.word(), instant.toString()));
  }
}
