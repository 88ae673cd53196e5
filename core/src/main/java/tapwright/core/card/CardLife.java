package tapwright.core.card;

import static tapwright.core.card.CardState.ACTIVE;
import static tapwright.core.card.CardState.BLANK;
import static tapwright.core.card.CardState.ENCODED;
import static tapwright.core.card.CardState.EXPIRED;
import static tapwright.core.card.CardState.ISSUED;
import static tapwright.core.card.CardState.REPLACED;
import static tapwright.core.card.CardState.RESTOCKED;
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
 * <p>The checks stand in a fixed order: state, then shipping, then marks, then holds; the first
 * that fails gives the refusal.
 *
 * <pre>
 * event      from                               to        also
 * ENCODED    BLANK ENCODED                      ENCODED
 * VERIFIED   BLANK ENCODED                      VERIFIED  a held card too: the chip exists
 * ISSUED     VERIFIED                           ISSUED    not while held
 * ACTIVATED  ISSUED                             ACTIVE    not while held
 * SHIPPED    ISSUED ACTIVE                      same      AT_SELLER RETURNED to SHIPPED, not while held
 * DELIVERED  ISSUED ACTIVE REVOKED REPLACED EXPIRED  same  AT_SELLER SHIPPED to DELIVERED
 * RETURNED   ISSUED ACTIVE REVOKED REPLACED EXPIRED  same  SHIPPED DELIVERED to RETURNED
 * REVOKED    BLANK ENCODED VERIFIED ISSUED ACTIVE  REVOKED
 * EXPIRED    BLANK ENCODED VERIFIED ISSUED ACTIVE  EXPIRED
 * REPLACED   ISSUED ACTIVE REVOKED EXPIRED      REPLACED  no longer REPLACEMENT_ORDERED
 * SCRAPPED   ENCODED VERIFIED REVOKED REPLACED EXPIRED  SCRAPPED
 * RESTOCKED  ENCODED VERIFIED REVOKED REPLACED EXPIRED  RESTOCKED  AT_SELLER RETURNED
 * CONTACT_SET           BLANK ENCODED VERIFIED ISSUED ACTIVE  same
 * CONTENT_OUTDATED      VERIFIED ISSUED ACTIVE  same      becomes CONTENT_STALE
 * CONTENT_REWRITTEN     VERIFIED ISSUED ACTIVE  same      no longer CONTENT_STALE
 * TRANSFER_DETECTED     ISSUED ACTIVE           same      becomes TRANSFERRED
 * TRANSFER_SETTLED      ISSUED ACTIVE           same      no longer TRANSFERRED
 * REPLACEMENT_CANCELLED every state             same      no longer REPLACEMENT_ORDERED
 * ReplacementOrdered    ISSUED ACTIVE REVOKED EXPIRED     becomes REPLACEMENT_ORDERED
 * Held, Released, TierSet   every state that is not final
 * </pre>
 */
public final class CardLife {

  private static final Set<CardState> LIVE = EnumSet.of(BLANK, ENCODED, VERIFIED, ISSUED, ACTIVE);

  /** Carriers do not know of revocations: a parcel arrives or comes back all the same. */
  private static final Set<CardState> GIVEN_OUT =
      EnumSet.of(ISSUED, ACTIVE, REVOKED, REPLACED, EXPIRED);

  /** Those that somebody may want another card for: they were given out, and led somewhere. */
  private static final Set<CardState> REPLACEABLE = EnumSet.of(ISSUED, ACTIVE, REVOKED, EXPIRED);

  /** Those whose plastic nobody needs any more, or does not need yet. */
  private static final Set<CardState> SPARE =
      EnumSet.of(ENCODED, VERIFIED, REVOKED, REPLACED, EXPIRED);

  private static final Set<CardState> READ_BACK = EnumSet.of(VERIFIED, ISSUED, ACTIVE);
  private static final Set<CardState> WITH_HOLDER = EnumSet.of(ISSUED, ACTIVE);

  private CardLife() {}

  /** What the event makes of a card that is so. */
  public static CardOutcome apply(CardStatus status, CardEvent event) {
    return switch (event) {
      case Step step -> step(status, step);
      case CardEvent.Held held -> held(status, held);
      case CardEvent.Released released -> released(status, released);
      case CardEvent.TierSet set -> tierSet(status, set);
      case CardEvent.ReplacementOrdered ignored -> replacementOrdered(status);
    };
  }

  private static CardOutcome step(CardStatus status, Step step) {
    return switch (step) {
      case ENCODED -> move(status, step, EnumSet.of(BLANK, ENCODED), ENCODED);
      case VERIFIED -> move(status, step, EnumSet.of(BLANK, ENCODED), VERIFIED);
      case ISSUED -> unlessHeld(status, step, EnumSet.of(VERIFIED), ISSUED);
      case ACTIVATED -> unlessHeld(status, step, EnumSet.of(ISSUED), ACTIVE);
      case REVOKED -> move(status, step, LIVE, REVOKED);
      case EXPIRED -> move(status, step, LIVE, EXPIRED);
      case REPLACED -> move(status.without(Mark.REPLACEMENT_ORDERED), step, REPLACEABLE, REPLACED);
      case SCRAPPED -> move(status, step, SPARE, SCRAPPED);
      case RESTOCKED -> restocked(status);
      case SHIPPED -> shipped(status);
      case DELIVERED ->
          carry(status, step, EnumSet.of(Shipping.AT_SELLER, Shipping.SHIPPED), Shipping.DELIVERED);
      case RETURNED ->
          carry(status, step, EnumSet.of(Shipping.SHIPPED, Shipping.DELIVERED), Shipping.RETURNED);
      case CONTACT_SET -> move(status, step, LIVE, status.state());
      case CONTENT_OUTDATED -> mark(status, step, READ_BACK, Mark.CONTENT_STALE);
      case CONTENT_REWRITTEN -> unmark(status, step, READ_BACK, Mark.CONTENT_STALE);
      case TRANSFER_DETECTED -> mark(status, step, WITH_HOLDER, Mark.TRANSFERRED);
      case TRANSFER_SETTLED -> unmark(status, step, WITH_HOLDER, Mark.TRANSFERRED);
      case REPLACEMENT_CANCELLED ->
          unmark(status, step, EnumSet.allOf(CardState.class), Mark.REPLACEMENT_ORDERED);
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

  /** A chip that somebody else has cannot have been wiped. */
  private static CardOutcome restocked(CardStatus status) {
    Set<Shipping> atHand = EnumSet.of(Shipping.AT_SELLER, Shipping.RETURNED);
    return SPARE.contains(status.state()) && !atHand.contains(status.shipping())
        ? notOnItsWay(status, Step.RESTOCKED, atHand)
        : move(status, Step.RESTOCKED, SPARE, RESTOCKED);
  }

  private static CardOutcome mark(CardStatus status, Step step, Set<CardState> from, Mark mark) {
    if (!from.contains(status.state())) {
      return notFrom(status, step.name(), from);
    }
    return status.has(mark)
        ? marked(CardRefusal.MARKED_ALREADY, status, step.name(), mark)
        : new CardOutcome.Moved(status.with(mark));
  }

  private static CardOutcome unmark(CardStatus status, Step step, Set<CardState> from, Mark mark) {
    if (!from.contains(status.state())) {
      return notFrom(status, step.name(), from);
    }
    return status.has(mark)
        ? new CardOutcome.Moved(status.without(mark))
        : marked(CardRefusal.NOT_MARKED, status, step.name(), mark);
  }

  private static CardOutcome replacementOrdered(CardStatus status) {
    String event = "replacement-ordered";
    if (!REPLACEABLE.contains(status.state())) {
      return notFrom(status, event, REPLACEABLE);
    }
    return status.has(Mark.REPLACEMENT_ORDERED)
        ? marked(CardRefusal.REPLACEMENT_OPEN, status, event, Mark.REPLACEMENT_ORDERED)
        : new CardOutcome.Moved(status.with(Mark.REPLACEMENT_ORDERED));
  }

  private static CardOutcome shipped(CardStatus status) {
    if (!WITH_HOLDER.contains(status.state())) {
      return notFrom(status, Step.SHIPPED.name(), WITH_HOLDER);
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
      return notOnItsWay(status, step, from);
    }
    return new CardOutcome.Moved(status.at(next));
  }

  private static CardOutcome notOnItsWay(CardStatus status, Step step, Set<Shipping> from) {
    return refused(
        CardRefusal.SHIPPING_NOT_ALLOWED,
        "event",
        word(step.name()),
        "shipping",
        word(status.shipping().name()),
        "allowed",
        words(from));
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

  private static CardOutcome marked(CardRefusal code, CardStatus status, String event, Mark mark) {
    return refused(
        code, "event", word(event), "marks", words(status.marks()), "mark", word(mark.name()));
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
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
