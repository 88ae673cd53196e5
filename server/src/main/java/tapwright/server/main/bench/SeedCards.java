package tapwright.server.main.bench;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Hold;
import tapwright.core.card.Shipping;
import tapwright.core.card.Tier;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tap.ChipOnRecord;
import tapwright.server.app.Card;
import tapwright.server.app.CardHistory;
import tapwright.server.app.Chip;
import tapwright.server.app.FirstSeller;
import tapwright.server.app.Ledger;
import tapwright.server.app.Order;
import tapwright.server.app.Records;

/** Puts active cards on record as if they had been ordered, made and given out. */
final class SeedCards {

  /** Where the cards lead. */
  static final String TARGET = "https://example.com/sample";

  private static final String ORDER = "BENCH";
  private static final int BATCH = 500;

  private final List<BenchCard> cards;
  private final Instant now;

  SeedCards(List<BenchCard> cards, Instant now) {
    this.cards = List.copyOf(cards);
    this.now = now;
  }

  /** Adds the cards, and the order that they belong to. */
  void add(Ledger ledger) {
    FirstSeller.ensure(ledger, () -> now).join();
    ledger
        .write(
            records -> {
              records.orders().add(new Order(ORDER, FirstSeller.ID, "bench", "", now, Map.of()));
              return true;
            })
        .join();
    for (int i = 0; i < cards.size(); i += BATCH) {
      List<BenchCard> some = cards.subList(i, Math.min(cards.size(), i + BATCH));
      ledger.write(records -> add(records, some)).join();
    }
  }

  private boolean add(Records records, List<BenchCard> some) {
    for (int i = 0; i < some.size(); i++) {
      records.cards().add(card(some.get(i), Optional.empty(), 0), i);
      records
          .cards()
          .change(
              card(some.get(i), Optional.of(chip(some.get(i))), 1),
              new CardHistory(1, "activated", "", "bench", "", now, now));
    }
    return true;
  }

  private Card card(BenchCard card, Optional<Chip> chip, long version) {
    return new Card(
        card.id(),
        FirstSeller.ID,
        card.slug(),
        ORDER,
        ORDER,
        new CardStatus(CardState.ACTIVE, Shipping.AT_SELLER, Tier.PAID, EnumSet.noneOf(Hold.class)),
        version,
        TARGET,
        counting(card),
        chip,
        Optional.empty(),
        Optional.empty(),
        now);
  }

  private static LinkCounting counting(BenchCard card) {
    return switch (card.kind()) {
      case LINK -> LinkCounting.NONE;
      case MIRROR -> LinkCounting.MIRROR;
    };
  }

  private static Chip chip(BenchCard card) {
    int baseline =
        switch (card.kind()) {
          case LINK -> ChipOnRecord.NOT_COUNTING;
          case MIRROR -> 0;
        };
    return new Chip(card.uid(), "NTAG215", baseline, 0, Bytes.ofUtf8("sample"), Set.of());
  }
}
