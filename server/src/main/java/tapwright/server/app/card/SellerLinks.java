package tapwright.server.app.card;

import java.net.URI;
import tapwright.core.card.CardLinks;
import tapwright.core.card.SellerId;
import tapwright.server.record.Records;

/**
 * What the links of a seller's cards begin with: its own host where it has one, else the server's.
 *
 * <p>Only links that are shown, printed or written from now on: a slug is one card's whatever the
 * host, so every link that was ever made works under every host that leads to the server.
 *
 * @param usual of sellers without a host
 */
public record SellerLinks(CardLinks usual) {

  public CardLinks of(Records records, SellerId seller) {
    return records
        .sellers()
        .find(seller)
        .orElseThrow()
        .host()
        .map(host -> new CardLinks(URI.create("https://" + host)))
        .orElse(usual);
  }
}
