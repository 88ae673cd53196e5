package tapwright.server.front;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request comes from and how, where proxies stand before the server: what one says is
 * believed only of those that are trusted, since anybody can send the same headers.
 *
 * @param ranges where they are
 */
public record TrustedProxies(List<AddressRange> ranges) {

  static final String PROTO = "X-Forwarded-Proto";
  static final String FOR = "X-Forwarded-For";

  /** Nobody is trusted. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  public TrustedProxies {
    ranges = List.copyOf(ranges);
  }

  /** Whether a proxy that is trusted says that the request came to it without TLS. */
  public boolean cameInTheClear(HttpServerRequest request) {
    return !ranges.isEmpty()
        && isTrusted(request)
        && "http".equalsIgnoreCase(request.getHeader(PROTO));
  }

  /** Whether the request came by TLS, to here or to a proxy that is trusted. */
  public boolean isSecure(HttpServerRequest request) {
    return request.isSSL()
        || (isTrusted(request) && "https".equalsIgnoreCase(request.getHeader(PROTO)));
  }

  /**
   * Who asks: the last address in the list of those that passed the request on that is no trusted
   * proxy's. It is for counting attempts, and is stored nowhere; empty where none is known.
   */
  public Optional<InetAddress> clientOf(HttpServerRequest request) {
    Optional<InetAddress> peer = address(request.remoteAddress());
    List<String> passed =
        request.headers().getAll(FOR).stream()
            .flatMap(line -> List.of(line.split(",")).stream())
            .toList();
    Optional<InetAddress> client = peer;
    for (int i = passed.size() - 1; i >= 0 && client.filter(this::isTrusted).isPresent(); i--) {
      Optional<InetAddress> before = literal(passed.get(i).strip());
      if (before.isEmpty()) {
        return client;
      }
      client = before;
    }
    return client;
  }

  private boolean isTrusted(HttpServerRequest request) {
    return !ranges.isEmpty()
        && address(request.remoteAddress()).filter(this::isTrusted).isPresent();
  }

  private boolean isTrusted(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static Optional<InetAddress> address(@Nullable SocketAddress socket) {
    return socket == null || socket.hostAddress() == null
        ? Optional.empty()
        : literal(socket.hostAddress());
  }

  /** Without asking anybody for a name. */
  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
