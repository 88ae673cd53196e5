package tapwright.agent.station;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import tapwright.core.Checked;

/**
 * Where a station's server is.
 *
 * @param base scheme and authority, and a path without a slash at its end
 */
public record ServerAddress(URI base) {

  /** Without TLS a token could be read on its way, so plain HTTP stays on this machine. */
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** The address in a text; {@code field} names it in the refusal. */
  public static Checked<ServerAddress> of(String field, String text) {
    String stripped = text.strip().replaceFirst("/+$", "");
    try {
      URI uri = URI.create(stripped);
      if (isUsable(uri)) {
        return Checked.passed(new ServerAddress(uri));
      }
    } catch (IllegalArgumentException e) {
      // No URI at all: the refusal below says what one looks like.
    }
    return Checked.refused(StationRefusal.SERVER_URL.with("field", field, "seen", stripped));
  }

  /** What the journal calls this server's jobs; no other server hears of them. */
  String source() {
    return "jobs:" + base;
  }

  URI resolve(String path) {
    return URI.create(base + path);
  }

  private static boolean isUsable(URI uri) {
    if (uri.getScheme() == null
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      return false;
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("https")
        || (scheme.equals("http") && THIS_MACHINE.contains(uri.getHost()));
  }
}
