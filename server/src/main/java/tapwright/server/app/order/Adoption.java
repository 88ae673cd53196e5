package tapwright.server.app.order;

import java.util.List;

/**
 * What became of a request to adopt cards.
 *
 * @param adoptionId the key of the request
 * @param cards in the order of its rows
 */
public record Adoption(String adoptionId, List<Adopted> cards) {

  public Adoption {
    cards = List.copyOf(cards);
  }

  /**
   * One card that is on record now.
   *
   * @param link what its chip should lead to
   * @param qrLink what its print should lead to
   */
  public record Adopted(String order, String cardId, String slug, String link, String qrLink) {}
}
