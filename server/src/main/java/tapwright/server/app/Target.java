package tapwright.server.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A link that a card may lead to.
 *
 * @param value in ASCII, fit for a Location header (RFC 9110 section 10.2.2)
 */
public record Target(String value) {

  /** The target that a text spells; empty when it is no absolute http or https link. */
  public static Optional<Target> parse(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean leads = scheme.equals("https") || scheme.equals("http");
      return leads && uri.getHost() != null && uri.getUserInfo() == null
          ? Optional.of(new Target(uri.toASCIIString()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
