package tapwright.core.card;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words in which a card's history tells of what happened to it, read back. */
public final class ToldEvents {

  private ToldEvents() {}

  /**
   * What happened; empty where the entry tells of no step of the card's life, or says what no
   * history says.
   *
   * @param kind lower-case words joined by hyphens
   * @param detail what the event has beside its kind
   */
  public static Optional<CardEvent> read(String kind, String detail) {
    return switch (kind) {
      case "held" -> constant(Hold.values(), detail).map(CardEvent.Held::new);
      case "released" -> constant(Hold.values(), detail).map(CardEvent.Released::new);
      case "tier-set" -> constant(Tier.values(), detail).map(CardEvent.TierSet::new);
      case "replacement-ordered" -> CardId.parse(detail).map(CardEvent.ReplacementOrdered::new);
      default -> constant(CardEvent.Step.values(), kind).map(CardEvent.class::cast);
    };
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] all, String word) {
    return Arrays.stream(all).filter(one -> word(one).equals(word)).findAny();
  }

  /** As histories spell it. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
