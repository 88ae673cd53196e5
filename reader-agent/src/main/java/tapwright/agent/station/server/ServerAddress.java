package tapwright.agent.station.server;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tapwright.agent.station.StationRefusal;
import tapwright.core.Checked;

/**
 * Where a station's server is.
 *
 * @param base scheme and authority, and a path without a slash at its end
 */
public record ServerAddress(URI base) {

  /** Without TLS a token could be read on its way, so plain HTTP stays on this machine. */
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** How user info, a query or a fragment is told in a text that cannot be taken apart. */
  private static final Pattern SECRET_PARTS = Pattern.compile("[@?#]");

  /** What {@link URI#getPort} gives where none is named. */
  private static final int NO_PORT = -1;

  /** The highest of TCP (RFC 9293, section 3.1). */
  private static final int MAX_PORT = 65535;

  /** The address in a text; {@code field} names it in the refusal. */
  public static Checked<ServerAddress> of(String field, String text) {
    String stripped = text.strip().replaceFirst("/+$", "");
    Optional<URI> uri = parsed(stripped);
    if (uri.isEmpty() ? SECRET_PARTS.matcher(stripped).find() : hasSecretParts(uri.get())) {
      return Checked.refused(
          StationRefusal.SERVER_URL_PARTS.with("field", field, "seen", shown(uri)));
    }
    if (uri.filter(ServerAddress::isUsable).isEmpty()) {
      return Checked.refused(StationRefusal.SERVER_URL.with("field", field, "seen", stripped));
    }
    int port = uri.get().getPort();
    return port == NO_PORT || (port >= 1 && port <= MAX_PORT)
        ? Checked.passed(new ServerAddress(uri.get()))
        : Checked.refused(StationRefusal.SERVER_PORT.with("field", field, "seen", port));
  }

  /** What the journal calls this server's jobs; no other server hears of them. */
  public String source() {
    return "jobs:" + base;
  }

  /** The same of the chips that it has written anew. */
  public String rewrites() {
    return "rewrites:" + base;
  }

  URI resolve(String path) {
    return URI.create(base + path);
  }

  /** Only what has a host is one: of anything else it is not known what its parts are. */
  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean hasSecretParts(URI uri) {
    return uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getFragment() != null;
  }

  private static String shown(Optional<URI> uri) {
    return uri.map(
            known ->
                known.getScheme()
                    + "://"
                    + known.getHost()
                    + (known.getPort() == NO_PORT ? "" : ":" + known.getPort())
                    + known.getPath())
        .orElse("…");
  }

  private static boolean isUsable(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https")
        || (scheme.equals("http") && THIS_MACHINE.contains(uri.getHost()));
  }
}
