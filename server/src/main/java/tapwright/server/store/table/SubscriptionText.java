package tapwright.server.store.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.Tier;
import tapwright.core.plan.Offer;
import tapwright.core.plan.Run;
import tapwright.core.plan.Standing;
import tapwright.core.plan.Subscription;
import tapwright.core.plan.Terms;
import tapwright.core.policy.Money;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Plan;
import tapwright.core.policy.fact.Termination;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.Words;

/** How a subscription stands, as one column of JSON; what is absent is left out or null. */
final class SubscriptionText {

  private SubscriptionText() {}

  /** The standing: its word, its instant where it has one, and why where the seller ended it. */
  record StandingJson(String state, @Nullable Instant at, @Nullable String reason) {}

  /** An offer. */
  record OfferJson(
      String plan,
      @Nullable String level,
      int months,
      String price,
      String setUpFee,
      String tier) {}

  /** A run of terms. */
  record RunJson(OfferJson offer, Instant origin, int monthsBefore, boolean reminded) {}

  /** The terms. */
  record TermsJson(String zone, int withdrawalDays, int graceDays, int remindDays) {}

  /** A cancellation. */
  record EndingJson(Instant askedAt, Instant at) {}

  /** An upgrade. */
  record UpgradeJson(Instant at, Instant until, RunJson before, long firstCharge) {}

  /** All of it. */
  record StatusJson(
      StandingJson standing,
      RunJson run,
      TermsJson terms,
      @Nullable OfferJson next,
      @Nullable EndingJson ending,
      @Nullable UpgradeJson upgrade,
      Instant startedAt,
      long charges) {}

  static String write(Subscription plan) {
    return Json.text(
        new StatusJson(
            standing(plan.standing()),
            run(plan.run()),
            terms(plan.terms()),
            plan.next().map(SubscriptionText::offer).orElse(null),
            plan.ending().map(end -> new EndingJson(end.askedAt(), end.at())).orElse(null),
            plan.upgrade().map(SubscriptionText::upgrade).orElse(null),
            plan.startedAt(),
            plan.charges()));
  }

  static Subscription read(String json) {
    StatusJson status = Json.read(json, StatusJson.class);
    return new Subscription(
        standing(status.standing()),
        run(status.run()),
        terms(status.terms()),
        Optional.ofNullable(status.next()).map(SubscriptionText::offer),
        Optional.ofNullable(status.ending())
            .map(end -> new Subscription.Ending(end.askedAt(), end.at())),
        Optional.ofNullable(status.upgrade()).map(SubscriptionText::upgrade),
        status.startedAt(),
        status.charges());
  }

  private static StandingJson standing(Standing standing) {
    String state = standing.word();
    return switch (standing) {
      case Standing.Running _ -> new StandingJson(state, null, null);
      case Standing.Grace grace -> new StandingJson(state, grace.until(), null);
      case Standing.Lapsed lapsed -> new StandingJson(state, lapsed.since(), null);
      case Standing.Deactivated off -> new StandingJson(state, off.since(), null);
      case Standing.Terminated end -> new StandingJson(state, end.since(), end.reason().word());
      case Standing.Discontinued end -> new StandingJson(state, end.since(), null);
    };
  }

  private static Standing standing(StandingJson json) {
    return switch (Words.read(Standing.State.class, json.state())) {
      case RUNNING -> new Standing.Running();
      case GRACE -> new Standing.Grace(there(json.at()));
      case LAPSED -> new Standing.Lapsed(there(json.at()));
      case DEACTIVATED -> new Standing.Deactivated(there(json.at()));
      case TERMINATED ->
          new Standing.Terminated(
              there(json.at()), Word.of(Termination.values(), there(json.reason())));
      case DISCONTINUED -> new Standing.Discontinued(there(json.at()));
    };
  }

  private static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a stored standing lacks a value, allowed is none absent");
    }
    return value;
  }

  private static OfferJson offer(Offer offer) {
    return new OfferJson(
        offer.plan(),
        offer.level().map(Word::word).orElse(null),
        offer.months(),
        offer.price().toString(),
        offer.setUpFee().toString(),
        Words.of(offer.tier()));
  }

  private static Offer offer(OfferJson json) {
    return new Offer(
        json.plan(),
        Optional.ofNullable(json.level()).map(word -> Word.of(Plan.values(), word)),
        json.months(),
        money(json.price()),
        money(json.setUpFee()),
        Words.read(Tier.class, json.tier()));
  }

  private static Money money(String text) {
    return Money.parse(text).orElseThrow();
  }

  private static RunJson run(Run run) {
    return new RunJson(offer(run.offer()), run.origin(), run.monthsBefore(), run.reminded());
  }

  private static Run run(RunJson json) {
    return new Run(offer(json.offer()), json.origin(), json.monthsBefore(), json.reminded());
  }

  private static TermsJson terms(Terms terms) {
    return new TermsJson(
        terms.zone().getId(), terms.withdrawalDays(), terms.graceDays(), terms.remindDays());
  }

  private static Terms terms(TermsJson json) {
    return new Terms(
        ZoneId.of(json.zone()), json.withdrawalDays(), json.graceDays(), json.remindDays());
  }

  private static UpgradeJson upgrade(Subscription.Upgrade upgrade) {
    return new UpgradeJson(
        upgrade.at(), upgrade.until(), run(upgrade.before()), upgrade.firstCharge());
  }

  private static Subscription.Upgrade upgrade(UpgradeJson json) {
    return new Subscription.Upgrade(
        json.at(), json.until(), run(json.before()), json.firstCharge());
  }
}
