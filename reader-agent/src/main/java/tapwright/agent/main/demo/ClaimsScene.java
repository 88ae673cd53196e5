package tapwright.agent.main.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Customers ask, and the sellers' policies decide. */
final class ClaimsScene {

  private final Stage stage;
  private final Shop shop;

  ClaimsScene(Stage stage, Shop shop) {
    this.stage = stage;
    this.shop = shop;
  }

  void play(List<DemoCard> cards, Map<Integer, Casting> roles) {
    roles.forEach((index, role) -> decide(cards.get(index), role));
  }

  private void decide(DemoCard card, Casting role) {
    Map<String, Object> claim = new HashMap<>(role.claim());
    claim.put("cardId", card.cardId());
    JsonNode decided = shop.claim(claim);
    stage.gap();
    Wrapped.lines(role.title() + " (order " + card.sample().order() + ")").forEach(stage::line);
    for (JsonNode line : decided.path("explanation")) {
      Wrapped.lines(line.asText()).forEach(text -> stage.line("  " + text));
    }
  }
}
