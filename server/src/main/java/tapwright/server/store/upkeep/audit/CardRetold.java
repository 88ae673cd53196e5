package tapwright.server.store.upkeep.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardOutcome;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Shipping;
import tapwright.core.card.Tier;
import tapwright.core.card.ToldEvents;

/** A card as its history alone tells it. */
final class CardRetold {

  private static final CardStatus MADE_BEFORE =
      new CardStatus(CardState.VERIFIED, Shipping.AT_SELLER, Tier.PAID, Set.of());

  private final Figures figures = new Figures();
  private final Set<CardId> successors = new LinkedHashSet<>();
  private CardStatus status = CardStatus.ORDERED;
  private Optional<Tier> tier = Optional.empty();
  private boolean isBegun;
  private boolean tellsEnd;
  private boolean tellsTarget;

  /** The next entry, in the order of their versions. */
  void take(long version, String kind, String detail) {
    if (kind.equals("expiry-set")) {
      tellsEnd = true;
      figures.put("end", detail.equals("never") ? "" : ToldEntry.instant(detail));
    }
    if (kind.equals("target-set") || kind.equals("holder-forgotten")) {
      tellsTarget = true;
      figures.put("target", detail);
    }
    ToldEvents.read(kind, detail).ifPresent(event -> take(version, kind, event));
  }

  private void take(long version, String kind, CardEvent event) {
    if (event instanceof CardEvent.TierSet(Tier set)) {
      tier = Optional.of(set);
      return;
    }
    begin(event);
    succeed(event);
    switch (CardLife.apply(status, event)) {
      case CardOutcome.Moved moved -> status = moved.status();
      case CardOutcome.Refused refused ->
          figures.put(
              "event %d, %s".formatted(version, kind),
              "what cannot happen (" + refused.refusal().message() + ")");
    }
  }

  private void succeed(CardEvent event) {
    if (event instanceof CardEvent.ReplacementOrdered(CardId successor)) {
      figures.put("replaced by", successor);
      successors.add(successor);
    } else if (event == CardEvent.Step.REPLACEMENT_CANCELLED) {
      figures.put("replaced by", "");
    }
  }

  /** A card that was made before it came on record begins with being given out. */
  private void begin(CardEvent event) {
    if (!isBegun && event == CardEvent.Step.ISSUED) {
      status = MADE_BEFORE;
    }
    isBegun = true;
  }

  /** Which tier a card began with is in no entry. */
  boolean tellsTier() {
    return tier.isPresent();
  }

  /** Neither is the end that it was ordered with. */
  boolean tellsEnd() {
    return tellsEnd;
  }

  /** Nor is the link that it was ordered with. */
  boolean tellsTarget() {
    return tellsTarget;
  }

  /** All cards that were ever ordered to take its place. */
  Set<CardId> successors() {
    return successors;
  }

  Figures figures() {
    tier.ifPresent(set -> figures.put("tier", ToldEvents.word(set)));
    figures.put("state", ToldEvents.word(isBegun ? status.state() : CardState.BLANK));
    figures.put("shipping", ToldEvents.word(status.shipping()));
    figures.put("holds", words(status.holds()));
    figures.put("marks", words(status.marks()));
    return figures;
  }

  private static String words(Collection<? extends Enum<?>> values) {
    return values.stream().map(ToldEvents::word).sorted().collect(Collectors.joining(" "));
  }

  /** The same of words as the card's row keeps them. */
  static String words(String stored) {
    return Arrays.stream(stored.split(" "))
        .map(CardRetold::word)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  static String word(String stored) {
    return stored.replace('_', '-');
  }
}
