package tapwright.agent.main.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** People tap the cards, and machines look at the links too. */
final class PeopleScene {

  private static final int TAPS_OF_AN_EXTRA = 2;

  private final Stage stage;
  private final Shop shop;
  private final Phone phone;

  PeopleScene(Stage stage, Shop shop, Phone phone) {
    this.stage = stage;
    this.shop = shop;
    this.phone = phone;
  }

  /**
   * Each card is given out and tapped as often as its role says; the last card is also replayed,
   * previewed and scanned.
   */
  void play(List<DemoCard> cards, Map<String, TapSource> chips, Map<Integer, Casting> roles) {
    int answered = 0;
    for (int i = 0; i < cards.size(); i++) {
      DemoCard card = cards.get(i);
      giveOut(card);
      Casting role = roles.get(i);
      int taps = role == null ? TAPS_OF_AN_EXTRA : role.taps();
      TapSource chip = chips.get(card.cardId());
      if (chip == null) {
        throw new DemoFault("card " + card.cardId() + " was not made");
      }
      for (int tap = 0; tap < taps; tap++) {
        answered += answered(phone.open(chip.nextLink()));
        stage.progress("card " + (i + 1) + " of " + cards.size() + ", " + answered + " answered");
      }
    }
    DemoCard last = cards.getLast();
    answered += machines(last, java.util.Objects.requireNonNull(chips.get(last.cardId())));
    stage.line(answered + " hits, each stored before it was answered; classed as");
    stage.line("  " + classes(cards));
  }

  private void giveOut(DemoCard card) {
    shop.tell(card.cardId(), "issued");
    shop.tell(card.cardId(), "shipped");
    shop.tell(card.cardId(), "delivered");
  }

  /** What must not count: the same link again, a messenger's preview, a probe; and a QR scan. */
  private int machines(DemoCard card, TapSource chip) {
    URI shared = chip.nextLink();
    int answered = answered(phone.open(shared));
    answered += answered(phone.open(shared));
    answered += answered(phone.open(shared));
    answered += answered(phone.preview(chip.nextLink()));
    answered += answered(phone.head(chip.nextLink()));
    return answered + answered(phone.open(URI.create(card.qrLink())));
  }

  private static int answered(int status) {
    return status == 302 || status == 200 ? 1 : 0;
  }

  private String classes(List<DemoCard> cards) {
    Map<String, Long> counts = new TreeMap<>();
    for (DemoCard card : cards) {
      JsonNode usage = shop.card(card.cardId()).path("usage");
      usage
          .properties()
          .forEach(entry -> counts.merge(entry.getKey(), entry.getValue().asLong(), Long::sum));
    }
    return String.join(
        ", ", counts.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }
}
