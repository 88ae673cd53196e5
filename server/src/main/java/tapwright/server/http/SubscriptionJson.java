package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.plan.Charge;
import tapwright.core.plan.Subscription;
import tapwright.server.app.subscription.SubscriptionView;
import tapwright.server.record.subscription.StoredSubscription;

/** A subscription as the API shows it. */
record SubscriptionJson(
    String subscriptionId,
    long version,
    @Nullable String account,
    String state,
    String tier,
    OfferJson offer,
    @Nullable OfferJson nextOffer,
    SubscriptionRequest.TermsJson terms,
    Instant startedAt,
    Instant termStartsAt,
    Instant termEndsAt,
    boolean renews,
    @Nullable Instant paidUntil,
    @Nullable Instant cancelledAt,
    @Nullable Instant endsAt,
    @Nullable Instant upgradedAt,
    @Nullable Instant undoUntil) {

  static SubscriptionJson of(SubscriptionView view) {
    return of(view.subscription(), view.charges());
  }

  private static SubscriptionJson of(StoredSubscription stored, List<Charge> charges) {
    Subscription plan = stored.plan();
    Optional<Subscription.Ending> ending = plan.ending();
    Optional<Subscription.Upgrade> upgrade = plan.upgrade();
    return new SubscriptionJson(
        stored.id(),
        stored.version(),
        stored.payer().account().isEmpty() ? null : stored.payer().account(),
        plan.standing().word(),
        CardJson.word(plan.tier()),
        OfferJson.of(plan.run().offer()),
        plan.next().map(OfferJson::of).orElse(null),
        SubscriptionRequest.TermsJson.of(plan.terms()),
        plan.startedAt(),
        plan.termStartsAt(),
        plan.termEndsAt(),
        plan.renews(),
        plan.paidUntil(charges).orElse(null),
        ending.map(Subscription.Ending::askedAt).orElse(null),
        ending.map(Subscription.Ending::at).orElse(null),
        upgrade.map(Subscription.Upgrade::at).orElse(null),
        upgrade.map(Subscription.Upgrade::until).orElse(null));
  }

  /** A charge as the API shows it. */
  record ChargeJson(
      long number, String kind, String amount, Instant dueAt, Instant until, String state) {

    static ChargeJson of(Charge charge) {
      return new ChargeJson(
          charge.number(),
          CardJson.word(charge.kind()).replace('_', '-'),
          charge.amount().toString(),
          charge.from(),
          charge.until(),
          CardJson.word(charge.state()).replace('_', '-'));
    }
  }
}
