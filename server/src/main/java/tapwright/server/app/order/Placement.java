package tapwright.server.app.order;

import java.util.List;

/**
 * What became of a request to order cards.
 *
 * @param placementId the key of the request
 * @param cards in the order of its rows
 */
public record Placement(String placementId, List<PlacedCard> cards) {

  public Placement {
    cards = List.copyOf(cards);
  }

  /**
   * One card that is to be made.
   *
   * @param order the shop's order number
   * @param link what the chip will lead to
   * @param qrLink what the print will lead to
   */
  public record PlacedCard(
      String order, String cardId, String slug, String link, String qrLink, String jobId) {}
}
