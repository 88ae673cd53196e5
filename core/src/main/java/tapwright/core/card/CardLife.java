package tapwright.core.card;

import static tapwright.core.card.CardState.ACTIVE;
import static tapwright.core.card.CardState.BLANK;
import static tapwright.core.card.CardState.ENCODED;
import static tapwright.core.card.CardState.ISSUED;
import static tapwright.core.card.CardState.REPLACED;
import static tapwright.core.card.CardState.REVOKED;
import static tapwright.core.card.CardState.SCRAPPED;
import static tapwright.core.card.CardState.VERIFIED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.card.CardEvent.Step;

/**
 * The one function that moves a card along its life.
 *
 * <p>The checks stand in a fixed order: state, then shipping, then holds; the first that fails
 * gives the refusal.
 *
 * <pre>
 * event      from                               to        also
 * ENCODED    BLANK ENCODED                      ENCODED
 * VERIFIED   BLANK ENCODED                      VERIFIED  a held card too: the chip exists
 * ISSUED     VERIFIED                           ISSUED    not while held
 * ACTIVATED  ISSUED                             ACTIVE    not while held
 * SHIPPED    ISSUED ACTIVE                      same      AT_SELLER RETURNED to SHIPPED, not while held
 * DELIVERED  ISSUED ACTIVE REVOKED REPLACED     same      AT_SELLER SHIPPED to DELIVERED
 * RETURNED   ISSUED ACTIVE REVOKED REPLACED     same      SHIPPED DELIVERED to RETURNED
 * REVOKED    BLANK ENCODED VERIFIED ISSUED ACTIVE  REVOKED
 * REPLACED   ISSUED ACTIVE                      REPLACED
 * SCRAPPED   ENCODED VERIFIED REVOKED REPLACED  SCRAPPED
 * Held, Released, TierSet   every state that is not final
 * </pre>
 */
public final class CardLife {

  private static final Set<CardState> LIVE = EnumSet.of(BLANK, ENCODED, VERIFIED, ISSUED, ACTIVE);

  /** Carriers do not know of revocations: a parcel arrives or comes back all the same. */
  private static final Set<CardState> GIVEN_OUT = EnumSet.of(ISSUED, ACTIVE, REVOKED, REPLACED);

  private CardLife() {}

  /** What the event makes of a card that is so. */
  public static CardOutcome apply(CardStatus status, CardEvent event) {
    return switch (event) {
      case Step step -> step(status, step);
      case CardEvent.Held held -> held(status, held);
      case CardEvent.Released released -> released(status, released);
      case CardEvent.TierSet set -> tierSet(status, set);
    };
  }

  private static CardOutcome step(CardStatus status, Step step) {
    return switch (step) {
      case ENCODED -> move(status, step, EnumSet.of(BLANK, ENCODED), ENCODED);
      case VERIFIED -> move(status, step, EnumSet.of(BLANK, ENCODED), VERIFIED);
      case ISSUED -> unlessHeld(status, step, EnumSet.of(VERIFIED), ISSUED);
      case ACTIVATED -> unlessHeld(status, step, EnumSet.of(ISSUED), ACTIVE);
      case REVOKED -> move(status, step, LIVE, REVOKED);
      case REPLACED -> move(status, step, EnumSet.of(ISSUED, ACTIVE), REPLACED);
      case SCRAPPED ->
          move(status, step, EnumSet.of(ENCODED, VERIFIED, REVOKED, REPLACED), SCRAPPED);
      case SHIPPED -> shipped(status);
      case DELIVERED ->
          carry(status, step, EnumSet.of(Shipping.AT_SELLER, Shipping.SHIPPED), Shipping.DELIVERED);
      case RETURNED ->
          carry(status, step, EnumSet.of(Shipping.SHIPPED, Shipping.DELIVERED), Shipping.RETURNED);
    };
  }

  private static CardOutcome move(
      CardStatus status, Step step, Set<CardState> from, CardState next) {
    return from.contains(status.state())
        ? new CardOutcome.Moved(status.in(next))
        : notFrom(status, step.name(), from);
  }

  private static CardOutcome unlessHeld(
      CardStatus status, Step step, Set<CardState> from, CardState next) {
    CardOutcome moved = move(status, step, from, next);
    return moved instanceof CardOutcome.Moved && status.suspended() ? held(status, step) : moved;
  }

  private static CardOutcome shipped(CardStatus status) {
    if (!EnumSet.of(ISSUED, ACTIVE).contains(status.state())) {
      return notFrom(status, Step.SHIPPED.name(), EnumSet.of(ISSUED, ACTIVE));
    }
    CardOutcome carried =
        carry(
            status,
            Step.SHIPPED,
            EnumSet.of(Shipping.AT_SELLER, Shipping.RETURNED),
            Shipping.SHIPPED);
    return carried instanceof CardOutcome.Moved && status.suspended()
        ? held(status, Step.SHIPPED)
        : carried;
  }

  private static CardOutcome carry(
      CardStatus status, Step step, Set<Shipping> from, Shipping next) {
    if (!GIVEN_OUT.contains(status.state())) {
      return notFrom(status, step.name(), GIVEN_OUT);
    }
    if (!from.contains(status.shipping())) {
      return refused(
          CardRefusal.SHIPPING_NOT_ALLOWED,
          "event",
          word(step.name()),
          "shipping",
          word(status.shipping().name()),
          "allowed",
          words(from));
    }
    return new CardOutcome.Moved(status.at(next));
  }

  private static CardOutcome held(CardStatus status, CardEvent.Held event) {
    if (status.state().isFinal()) {
      return notFrom(status, "hold", LIVE);
    }
    if (status.holds().contains(event.hold())) {
      return refused(
          CardRefusal.HELD_ALREADY,
          "hold",
          word(event.hold().name()),
          "holds",
          words(status.holds()));
    }
    return new CardOutcome.Moved(status.with(event.hold()));
  }

  private static CardOutcome released(CardStatus status, CardEvent.Released event) {
    if (status.state().isFinal()) {
      return notFrom(status, "release", LIVE);
    }
    if (!status.holds().contains(event.hold())) {
      return refused(
          CardRefusal.NOT_HELD, "hold", word(event.hold().name()), "holds", words(status.holds()));
    }
    return new CardOutcome.Moved(status.without(event.hold()));
  }

  private static CardOutcome tierSet(CardStatus status, CardEvent.TierSet event) {
    if (status.state().isFinal()) {
      return notFrom(status, "tier", LIVE);
    }
    return status.tier() == event.tier()
        ? refused(CardRefusal.TIER_UNCHANGED, "tier", word(event.tier().name()))
        : new CardOutcome.Moved(status.on(event.tier()));
  }

  private static CardOutcome notFrom(CardStatus status, String event, Set<CardState> from) {
    return refused(
        CardRefusal.STEP_NOT_ALLOWED,
        "event",
        word(event),
        "state",
        word(status.state().name()),
        "allowed",
        words(from));
  }

  private static CardOutcome held(CardStatus status, Step step) {
    return refused(
        CardRefusal.SUSPENDED, "event", word(step.name()), "holds", words(status.holds()));
  }

  private static CardOutcome refused(CardRefusal code, Object... details) {
    return new CardOutcome.Refused(code.with(details));
  }

  private static <E extends Enum<E>> String words(Set<E> values) {
    return values.isEmpty()
        ? "none"
        : values.stream()
            .sorted()
            .map(value -> word(value.name()))
            .collect(Collectors.joining(", "));
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
