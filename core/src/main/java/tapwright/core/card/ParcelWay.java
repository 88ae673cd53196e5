package tapwright.core.card;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tapwright.core.card.CardEvent.Step;

/** The way of a card between seller and holder, of which carriers tell late and in any order. */
public final class ParcelWay {

  private ParcelWay() {}

  /** A step on the way, and when it happened. */
  public record Leg(Step step, Instant at) {}

  /** Where a card is after the step; empty for a step that does not carry it. */
  public static Optional<Shipping> end(Step step) {
    return switch (step) {
      case SHIPPED -> Optional.of(Shipping.SHIPPED);
      case DELIVERED -> Optional.of(Shipping.DELIVERED);
      case RETURNED -> Optional.of(Shipping.RETURNED);
      case ENCODED,
          VERIFIED,
          ISSUED,
          ACTIVATED,
          REVOKED,
          REPLACED,
          SCRAPPED,
          EXPIRED,
          RESTOCKED,
          REPLACEMENT_CANCELLED,
          CONTACT_SET,
          CONTENT_OUTDATED,
          CONTENT_REWRITTEN,
          TRANSFER_DETECTED,
          TRANSFER_SETTLED ->
          Optional.empty();
    };
  }

  /**
   * Whether what is told is of a way that the card has behind it. Each way begins anew when the
   * goods came back, and nothing comes back before it was delivered. When it was sent is no
   * measure: people say that late.
   */
  public static boolean isPast(Leg told, List<Leg> known) {
    Set<Step> ends =
        told.step() == Step.RETURNED
            ? EnumSet.of(Step.RETURNED, Step.DELIVERED)
            : EnumSet.of(Step.RETURNED);
    return known.stream()
        .filter(leg -> ends.contains(leg.step()))
        .anyMatch(leg -> leg.at().isAfter(told.at()));
  }
}
