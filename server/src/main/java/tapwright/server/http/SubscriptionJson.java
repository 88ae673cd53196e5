package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.plan.Charge;
import tapwright.core.plan.Subscription;
import tapwright.server.app.subscription.OwedBack;
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
    @Nullable Instant undoUntil,
    List<OwedJson> owedBack) {

  static SubscriptionJson of(SubscriptionView view) {
    StoredSubscription stored = view.subscription();
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
        plan.paidUntil(view.charges()).orElse(null),
        ending.map(Subscription.Ending::askedAt).orElse(null),
        ending.map(Subscription.Ending::at).orElse(null),
        upgrade.map(Subscription.Upgrade::at).orElse(null),
        upgrade.map(Subscription.Upgrade::until).orElse(null),
        view.owedBack().stream().map(OwedJson::of).toList());
  }

  /** Money that an event owes back, and what is left of it to be refunded. */
  record OwedJson(long event, String amount, String open) {

    static OwedJson of(OwedBack owed) {
      return new OwedJson(owed.event(), owed.amount().toString(), owed.open().toString());
    }
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
