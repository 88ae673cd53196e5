package tapwright.agent.station;

import java.util.Locale;
import java.util.regex.Pattern;
import tapwright.core.card.CardLinks;
import tapwright.core.ndef.Link;

/**
 * A link as a symbol says it.
 *
 * <p>A card's print link is in upper case, which QR's alphanumeric mode makes larger modules of;
 * scheme and host are compared without case (RFC 3986, section 6.2.2.1), and so is a slug. Any
 * other link stays as it is.
 */
public final class PrintLink {

  /** Crockford's base32 has no I, L, O and U. */
  private static final Pattern CARDS =
      Pattern.compile(
          "(?i:https?://[^/?#]+)" + CardLinks.PRINT_PATH + "(?i:[0-9A-HJKMNP-TV-Z]{10})");

  private PrintLink() {}

  /** What the symbol of the link says. */
  public static String of(Link link) {
    String uri = link.uri();
    return CARDS.matcher(uri).matches() ? uri.toUpperCase(Locale.ROOT) : uri;
  }
}
