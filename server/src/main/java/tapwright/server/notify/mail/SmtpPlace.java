package tapwright.server.notify.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a mail server is, and how nobody else reads what it is told. */
public record SmtpPlace(String host, int port, Security security) {

  /** What may stand there, in words. */
  public static final String ALLOWED =
      "smtp:// (STARTTLS, port 587) or smtps:// (TLS at once, port 465) and a host, or"
          + " smtp+plain:// (nothing is encrypted, port 25) and 127.0.0.1, ::1 or localhost";

  private static final int MOST_PORT = 65_535;

  private static final Set<String> OWN = Set.of("127.0.0.1", "[::1]", "localhost");

  /** How what is said is encrypted. */
  public enum Security {
    /** From the first byte on (RFC 8314 section 3.3). */
    TLS("smtps", 465),
    /** From STARTTLS on (RFC 3207), without which nothing is sent. */
    STARTTLS("smtp", 587),
    /** Not at all: for a mail server of this machine. */
    PLAIN("smtp+plain", 25);

    private final String scheme;
    private final int usualPort;

    Security(String scheme, int usualPort) {
      this.scheme = scheme;
      this.usualPort = usualPort;
    }
  }

  /** The place of a URL without user, path and more; empty for any other text. */
  public static Optional<SmtpPlace> of(String url) {
    try {
      return of(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<SmtpPlace> of(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    return Arrays.stream(Security.values())
        .filter(security -> security.scheme.equals(scheme))
        .filter(security -> isBare(url) && isAllowed(url.getHost(), security))
        .findFirst()
        .map(security -> new SmtpPlace(bare(url.getHost()), port(url, security), security));
  }

  /** Whether it has a host and nothing else but a port. */
  private static boolean isBare(URI url) {
    return url.getHost() != null
        && url.getUserInfo() == null
        && url.getPath().isEmpty()
        && url.getQuery() == null
        && url.getFragment() == null
        && (url.getPort() == -1 || (url.getPort() > 0 && url.getPort() <= MOST_PORT));
  }

  private static boolean isAllowed(String host, Security security) {
    return security != Security.PLAIN || OWN.contains(host.toLowerCase(Locale.ROOT));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(URI url, Security security) {
    return url.getPort() == -1 ? security.usualPort : url.getPort();
  }

  /** As it is told to people. */
  @Override
  public String toString() {
    return host + " port " + port;
  }
}
