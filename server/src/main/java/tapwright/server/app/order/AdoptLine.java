package tapwright.server.app.order;

import java.util.Map;

/**
 * One card that is out already, as it was sent.
 *
 * @param order whom it speaks for and what it was sold under, as of a card that is ordered
 * @param card what is said of the card itself, by field; what is left out is not there
 */
public record AdoptLine(OrderLine order, Map<String, String> card) {

  public AdoptLine {
    card = Map.copyOf(card);
  }

  String field(String name) {
    return card.getOrDefault(name, "");
  }
}
