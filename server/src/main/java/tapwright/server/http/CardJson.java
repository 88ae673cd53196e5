package tapwright.server.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardId;
import tapwright.core.card.CardStatus;
import tapwright.core.tap.HitClass;
import tapwright.core.wire.WireContact;
import tapwright.server.app.card.CardView;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.record.hit.Uses;

/** Cards as the API shows them. */
final class CardJson {

  private CardJson() {}

  /** A card as far as its row says. */
  record Brief(
      String cardId,
      String slug,
      String state,
      boolean suspended,
      List<String> holds,
      List<String> marks,
      String shipping,
      String tier,
      long version,
      String target,
      @Nullable String uid,
      @Nullable String model,
      String counting,
      List<String> finished,
      @Nullable Boolean contentMatchesOrder,
      @Nullable String replaces,
      @Nullable String replacedBy,
      @Nullable Instant expiresAt,
      Instant createdAt) {}

  /** A card with its order, contact and links, and where asked for with history and usage. */
  record Full(
      Brief card,
      String order,
      String account,
      String pack,
      @Nullable WireContact contact,
      String link,
      String qrLink,
      String shareLink,
      @Nullable Map<String, Long> usage,
      @Nullable Map<String, Long> used,
      @Nullable List<CardHistory> history) {}

  static Brief brief(Card card) {
    CardStatus status = card.status();
    return new Brief(
        card.id().toString(),
        card.slug().value(),
        word(status.state()),
        status.suspended(),
        words(status.holds()),
        words(status.marks()),
        word(status.shipping()),
        word(status.tier()),
        card.version(),
        card.target(),
        card.chip().map(chip -> chip.uid().toString()).orElse(null),
        card.chip().map(chip -> chip.model()).orElse(null),
        word(card.counting()),
        card.chip().map(chip -> words(chip.finished())).orElse(List.of()),
        card.contentMatchesOrder().orElse(null),
        card.succession().replaces().map(CardId::toString).orElse(null),
        card.replacedBy().map(CardId::toString).orElse(null),
        card.expiresAt().orElse(null),
        card.createdAt());
  }

  static Full full(CardView view) {
    return full(view, usage(view.usage()), view.history());
  }

  static Full listed(CardView view) {
    return full(view, null, null);
  }

  private static Full full(
      CardView view, @Nullable Map<String, Long> usage, @Nullable List<CardHistory> history) {
    return new Full(
        brief(view.card()),
        view.order().number(),
        view.order().account(),
        view.order().pack(),
        view.contact().orElse(null),
        view.link(),
        view.qrLink(),
        view.shareLink(),
        usage,
        view.used().map(CardJson::used).orElse(null),
        history);
  }

  private static Map<String, Long> usage(List<UsageCount> counts) {
    Map<String, Long> usage = new LinkedHashMap<>();
    counts.forEach(count -> usage.put(word(count.hitClass()), count.count()));
    return usage;
  }

  /** Both classes always, so that nobody takes a class that is missing for one not counted. */
  private static Map<String, Long> used(Uses.Used used) {
    Map<String, Long> byClass = new LinkedHashMap<>();
    byClass.put(word(HitClass.TAP), used.taps());
    byClass.put(word(HitClass.SHARE), used.shares());
    return byClass;
  }

  private static List<String> words(Set<? extends Enum<?>> values) {
    return values.stream().map(CardJson::word).sorted().toList();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E read(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
