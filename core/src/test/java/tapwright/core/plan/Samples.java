package tapwright.core.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.Tier;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.Plan;

/** Plans and subscriptions as tests need them. */
final class Samples {

  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final Terms TERMS = new Terms(NEW_YORK, 7, 7, 7);
  static final Offer BASIC = offer("basic", 1, "10.00 USD", "5.00 USD");
  static final Offer PRO = offer("pro", 1, "31.00 USD", "5.00 USD");
  static final Offer YEARLY = offer("pro-year", 12, "300.00 USD", "5.00 USD");
  static final Offer FREE =
      new Offer("free", Optional.empty(), 1, money("1.00 USD"), money("0.00 USD"), Tier.FREE);

  private Samples() {}

  static Offer offer(String plan, int months, String price, String setUpFee) {
    return new Offer(plan, Optional.of(Plan.PRO), months, money(price), money(setUpFee), Tier.PAID);
  }

  static Money money(String text) {
    return Money.parse(text).orElseThrow();
  }

  /** A time of day in the seller's zone. */
  static Instant local(String dateTime) {
    return ZonedDateTime.parse(dateTime + "[America/New_York]").toInstant();
  }

  static PlanOutcome.Moved moved(PlanOutcome outcome) {
    return switch (outcome) {
      case PlanOutcome.Moved moved -> moved;
      case PlanOutcome.Refused refused -> throw new AssertionError(refused.refusal());
    };
  }

  static String code(PlanOutcome outcome) {
    return switch (outcome) {
      case PlanOutcome.Moved moved -> moved.subscription().standing().word();
      case PlanOutcome.Refused refused -> refused.refusal().code().code();
    };
  }

  /** As if all of them had been paid. */
  static List<Charge> paid(List<Charge> charges) {
    return charges.stream().map(one -> one.in(Charge.State.PAID)).toList();
  }
}
