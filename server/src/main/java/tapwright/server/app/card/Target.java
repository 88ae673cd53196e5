package tapwright.server.app.card;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.Shown;

/**
 * A link that a card may lead to.
 *
 * @param value in ASCII, fit for a Location header (RFC 9110 section 10.2.2)
 */
public record Target(String value) {

  private static final String ALLOWED = "a link that begins with https:// or http://";
  private static final Pattern BEGIN = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
  private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

  /** What is in no host and port (RFC 3986 section 3.2.2, with the names that are in use). */
  private static final Pattern NOT_IN_HOST = Pattern.compile("[^A-Za-z0-9.:\\[\\]-]");

  /** The largest port there is (RFC 9293 section 3.1: 16 bits). */
  private static final int LAST_PORT = 65_535;

  /**
   * The target that a text spells.
   *
   * @throws IllegalArgumentException when {@link #allowedInsteadOf} has anything to say
   */
  public static Target of(String text) {
    if (allowedInsteadOf(text).isPresent()) {
      throw new IllegalArgumentException("text is '" + text + "', allowed is " + ALLOWED);
    }
    return new Target(URI.create(text).toASCIIString());
  }

  /** What must stand there instead of the text; empty when a card may lead to it. */
  public static Optional<String> allowedInsteadOf(String text) {
    if (!BEGIN.matcher(text).lookingAt()) {
      return Optional.of(ALLOWED);
    }
    Matcher half = HALF_CHARACTER.matcher(text);
    if (half.find()) {
      return Optional.of(without(text, half.start(), "it is half of a character"));
    }
    try {
      return allowedInsteadOf(text, new URI(text));
    } catch (URISyntaxException e) {
      boolean named = e.getIndex() >= 0 && e.getIndex() < text.length();
      return Optional.of(
          named ? without(text, e.getIndex(), "percent-encode it") : ALLOWED + ", with a host");
    }
  }

  private static Optional<String> allowedInsteadOf(String text, URI uri) {
    if (uri.getUserInfo() != null) {
      return Optional.of(ALLOWED + ", without a user before its host");
    }
    if (uri.getHost() == null) {
      return Optional.of(allowedHost(text, uri.getRawAuthority()));
    }
    return uri.getPort() > LAST_PORT
        ? Optional.of(ALLOWED + ", with a port up to " + LAST_PORT)
        : Optional.empty();
  }

  private static String allowedHost(String text, @Nullable String authority) {
    Matcher odd = NOT_IN_HOST.matcher(authority == null ? "" : authority);
    return odd.find()
        ? without(text, text.indexOf("//") + 2 + odd.start(), "write the host in punycode, xn--")
        : ALLOWED + ", with a host and at most a port after it, up to " + LAST_PORT;
  }

  private static String without(String text, int index, String remedy) {
    int character = text.codePointAt(index);
    String shown = Shown.of(Character.toString(character));
    return String.format(
        Locale.ROOT,
        "%s, without '%s' (U+%04X) at character %d: %s",
        ALLOWED,
        shown,
        character,
        index + 1,
        remedy);
  }
}
