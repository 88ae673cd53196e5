package tapwright.server.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tapwright.core.plan.Offer;
import tapwright.core.plan.PlanEvent;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Termination;
import tapwright.server.app.subscription.SubscriptionAct;

/** The body of a request to let something happen to a subscription. */
record SubscriptionEventRequest(
    String event,
    long version,
    @Nullable OfferJson offer,
    @Nullable Integer furtherTerms,
    @Nullable Boolean proRata,
    @Nullable String reason,
    @Nullable String cause,
    @Nullable Instant at) {

  SubscriptionAct toAct() {
    return new SubscriptionAct(
        made(), version, Optional.ofNullable(cause).orElse(""), Optional.ofNullable(at));
  }

  /** What needs the instant at which it was asked for is made when the server knows it. */
  private Function<Instant, PlanEvent> made() {
    boolean back = Boolean.TRUE.equals(proRata);
    return switch (event) {
      case "upgraded" -> always(new PlanEvent.Upgraded(offered()));
      case "downgrade-planned" -> always(new PlanEvent.DowngradePlanned(offered()));
      case "cancelled-at-end" ->
          asked -> new PlanEvent.CancelledAtEnd(asked, Optional.ofNullable(furtherTerms).orElse(0));
      case "cancelled-now" -> asked -> new PlanEvent.CancelledNow(asked, back);
      case "terminated" -> always(new PlanEvent.Terminated(why(), back));
      case "upgrade-undone" -> always(PlanEvent.Step.UPGRADE_UNDONE);
      case "downgrade-dropped" -> always(PlanEvent.Step.DOWNGRADE_DROPPED);
      case "cancellation-withdrawn" -> always(PlanEvent.Step.CANCELLATION_WITHDRAWN);
      case "reactivated" -> always(PlanEvent.Step.REACTIVATED);
      case "discontinued" -> always(PlanEvent.Step.DISCONTINUED);
      default -> throw new IllegalStateException("event is " + event + ", which the document has");
    };
  }

  private static Function<Instant, PlanEvent> always(PlanEvent event) {
    return asked -> event;
  }

  private Offer offered() {
    if (offer == null) {
      throw missing("/offer", "the plan that it becomes");
    }
    return offer.toOffer();
  }

  private Termination why() {
    if (reason == null) {
      throw missing("/reason", "one of the words in /openapi.json");
    }
    return Word.of(Termination.values(), reason);
  }

  private Unreadable missing(String field, String allowed) {
    return OfferJson.wrong(field, "nothing", allowed + ", since event is " + event);
  }
}
