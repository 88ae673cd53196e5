package tapwright.agent.print.choice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.agent.print.target.ipp.IppAddress;
import tapwright.core.Checked;

/**
 * Where the CUPS is that this machine uses.
 *
 * @param host its name or number
 * @param port its port
 */
public record CupsAddress(String host, int port) {

  private static final CupsAddress OF_MACHINE = new CupsAddress("localhost", IppAddress.PORT);

  /** A name or number, one with colons in brackets; then perhaps a port. */
  private static final Pattern SERVER =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^/:\\s]+)(?::(\\d{1,5}))?(?:/.*)?");

  /**
   * As CUPS' own commands have it (lp(1)); nothing, and the path of a socket, mean this machine.
   * {@code field} names the text in the refusal.
   */
  public static Checked<CupsAddress> of(String field, String text) {
    return text.isEmpty() || text.startsWith("/")
        ? Checked.passed(OF_MACHINE)
        : parse(text)
            .map(Checked::passed)
            .orElseGet(
                () -> Checked.refused(TargetRefusal.CUPS.with("field", field, "seen", text)));
  }

  private static Optional<CupsAddress> parse(String text) {
    Matcher server = SERVER.matcher(text);
    if (!server.matches()) {
      return Optional.empty();
    }
    int port = server.group(2) == null ? IppAddress.PORT : Integer.parseInt(server.group(2));
    try {
      new URI("ipp", null, server.group(1), port, "/", null, null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    return port >= 1 && port <= 0xFFFF
        ? Optional.of(new CupsAddress(server.group(1), port))
        : Optional.empty();
  }

  /** The service itself, which lists its queues. */
  public IppAddress service() {
    return new IppAddress("the CUPS on " + host + ":" + port, uri("/"));
  }

  /** One of its queues. */
  public IppAddress queue(String name) {
    return new IppAddress("cups:" + name, uri("/printers/" + name));
  }

  private URI uri(String path) {
    try {
      return new URI("ipp", null, host, port, path, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("path is " + path + ", which is no path", e);
    }
  }
}
