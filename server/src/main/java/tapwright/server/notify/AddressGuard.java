package tapwright.server.notify;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.server.front.AddressRange;

/**
 * Knows the addresses to which a server must send nothing that a stranger named, since they lead
 * into its own network (server-side request forgery).
 */
public final class AddressGuard {

  static final String ALLOWED_PUBLIC =
      "https:// and a host on the public Internet, without user, password and #, up to 2000"
          + " characters";

  static final String ALLOWED_PRIVATE =
      "https:// and a host, or http:// and one of this machine, without user, password and #, up to"
          + " 2000 characters";

  private static final int LONGEST = 2_000;

  /**
   * What is not the public Internet, by the registries of special addresses (RFC 6890 and its
   * updates), with those of IPv6 that carry an address of IPv4 in them.
   */
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "5f00::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(range -> AddressRange.parse(range).orElseThrow())
          .toList();

  private final boolean privateToo;

  /**
   * A guard.
   *
   * @param privateToo whether addresses of the own network are allowed
   */
  public AddressGuard(boolean privateToo) {
    this.privateToo = privateToo;
  }

  /** What may stand there instead of the text; empty where it may be, as far as it tells. */
  Optional<String> allowedInsteadOf(String url) {
    return isAllowed(url)
        ? Optional.empty()
        : Optional.of(privateToo ? ALLOWED_PRIVATE : ALLOWED_PUBLIC);
  }

  /** Whether something may be sent to the address that a name leads to. */
  boolean allows(InetAddress address) {
    return privateToo || SPECIAL.stream().noneMatch(range -> range.contains(address));
  }

  private boolean isAllowed(String url) {
    if (url.length() > LONGEST) {
      return false;
    }
    try {
      URI uri = new URI(url);
      String host = uri.getHost();
      return host != null
          && uri.getScheme() != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null
          && isByAllowedWay(uri, literal(host), host)
          && literal(host).filter(address -> !allows(address)).isEmpty();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private boolean isByAllowedWay(URI uri, Optional<InetAddress> literal, String host) {
    boolean own =
        host.equalsIgnoreCase("localhost")
            || literal.filter(InetAddress::isLoopbackAddress).isPresent();
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "https" -> privateToo || !host.equalsIgnoreCase("localhost");
      case "http" -> privateToo && own;
      default -> false;
    };
  }

  private static Optional<InetAddress> literal(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return AddressRange.parse(bare).map(AddressRange::first);
  }
}
