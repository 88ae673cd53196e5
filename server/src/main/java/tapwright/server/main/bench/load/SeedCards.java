package tapwright.server.main.bench.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Shipping;
import tapwright.core.card.Tier;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tap.ChipOnRecord;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.card.Chip;
import tapwright.server.record.order.Order;

/**
 * Puts active cards on record as if each had been ordered on its own, made, given out and brought
 * into use.
 */
public final class SeedCards {

  /** Where the cards lead. */
  public static final String TARGET = "https://example.com/sample";

  /** A pack that counts taps, and what it asks of an order. */
  private static final String PACK = "b-rigardz";

  private static final Map<String, String> FACTS =
      Map.of("line", "subscription", "term", "monthly", "price", "49.00 INR");

  private static final int BATCH = 500;

  private final List<BenchCard> cards;
  private final Instant now;

  /**
   * Cards to be put on record.
   *
   * @param now when they were given out
   */
  public SeedCards(List<BenchCard> cards, Instant now) {
    this.cards = List.copyOf(cards);
    this.now = now;
  }

  public void add(Ledger ledger) {
    FirstSeller.ensure(ledger, () -> now).join();
    for (int i = 0; i < cards.size(); i += BATCH) {
      List<BenchCard> some = cards.subList(i, Math.min(cards.size(), i + BATCH));
      ledger.writeAcrossSellers(records -> add(records, some)).join();
    }
  }

  private boolean add(Records records, List<BenchCard> some) {
    some.forEach(card -> add(records, card));
    return true;
  }

  private void add(Records records, BenchCard card) {
    records.orders().add(order(card));
    records.cards().add(card(card, CardState.VERIFIED, 0), 1);
    records.cards().change(card(card, CardState.ISSUED, 1), entry("issued", 1));
    records.cards().change(card(card, CardState.ACTIVE, 2), entry("activated", 2));
    records.cards().bind(card.uid(), card.id(), FirstSeller.ID);
  }

  private Order order(BenchCard card) {
    return new Order(orderId(card), FirstSeller.ID, orderId(card), "", PACK, now, FACTS);
  }

  private static String orderId(BenchCard card) {
    return "BENCH" + card.id();
  }

  private CardHistory entry(String kind, long version) {
    return new CardHistory(version, kind, "", "bench", "", now, now);
  }

  private Card card(BenchCard card, CardState state, long version) {
    return new Card(
        card.id(),
        FirstSeller.ID,
        card.slug(),
        orderId(card),
        orderId(card),
        new CardStatus(state, Shipping.AT_SELLER, Tier.PAID, Set.of()),
        version,
        TARGET,
        counting(card),
        version == 0 ? Optional.empty() : Optional.of(chip(card)),
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
