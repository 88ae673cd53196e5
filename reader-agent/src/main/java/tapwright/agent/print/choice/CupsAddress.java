package tapwright.agent.print.choice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tapwright.agent.print.target.ipp.IppAddress;

/**
 * Where the CUPS is that this machine uses.
 *
 * @param host its name or number
 * @param port its port
 */
public record CupsAddress(String host, int port) {

  private static final Pattern SERVER = Pattern.compile("([^/:\\s]+)(?::(\\d{1,5}))?(?:/.*)?");

  /** As CUPS' own commands have it: the environment's CUPS_SERVER, else this machine (lp(1)). */
  public static CupsAddress in(Map<String, String> environment) {
    Matcher server = SERVER.matcher(environment.getOrDefault("CUPS_SERVER", ""));
    if (!server.matches()) {
      return new CupsAddress("localhost", IppAddress.PORT);
    }
    String port = server.group(2);
    return new CupsAddress(
        server.group(1), port == null ? IppAddress.PORT : Integer.parseInt(port));
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
