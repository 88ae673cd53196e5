package tapwright.server.app.provider;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import tapwright.core.card.SellerId;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.record.Records;
import tapwright.server.record.seller.Seller;

/**
 * Whose pages a host shows: a seller's at its own host, the first one's at that of the server.
 *
 * @param publicUrl where the server is met
 */
public record SellerHosts(URI publicUrl) {

  /** Where a provider sends people back to, below the host. */
  private static final String RETURN_PATH = "/sign-in/provider/return";

  /**
   * A seller's pages.
   *
   * @param origin where they are, from the settings and never from a request
   */
  record Place(SellerId seller, URI origin) {

    /** Where a provider sends people back to. */
    URI back() {
      return origin.resolve(RETURN_PATH);
    }
  }

  /**
   * Whose pages they are; empty where the host is nobody's.
   *
   * @param authority as a request names it
   */
  Optional<Place> at(Records records, String authority) {
    return records.sellers().all().stream()
        .flatMap(seller -> place(seller).stream())
        .filter(place -> isAt(place.origin(), authority))
        .findFirst();
  }

  /** Whether a host shows the seller's pages: its own, or that of the server for the first one. */
  static boolean hasPages(Seller seller) {
    return seller.host().isPresent() || seller.id().equals(FirstSeller.ID);
  }

  /** Where a provider sends people back to, where the seller has a host of its own. */
  static Optional<URI> ownBack(Seller seller) {
    return own(seller).map(Place::back);
  }

  private static Optional<Place> own(Seller seller) {
    return seller.host().map(host -> new Place(seller.id(), URI.create("https://" + host)));
  }

  private Optional<Place> place(Seller seller) {
    return own(seller)
        .or(
            () ->
                hasPages(seller)
                    ? Optional.of(new Place(seller.id(), publicUrl))
                    : Optional.empty());
  }

  private static boolean isAt(URI origin, String authority) {
    return bare(origin.getScheme(), origin.getRawAuthority())
        .equals(bare(origin.getScheme(), authority));
  }

  /** Without the port that a scheme has by itself (RFC 9110 section 4.2). */
  private static String bare(String scheme, String authority) {
    String usual = "https".equalsIgnoreCase(scheme) ? ":443" : ":80";
    String lower = authority.toLowerCase(Locale.ROOT);
    return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
  }
}
