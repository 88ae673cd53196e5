package tapwright.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import tapwright.core.Bytes;
import tapwright.server.front.TrustedProxies;

/**
 * From where a request comes, as far as tries to sign in are counted by it.
 *
 * @param proxies who is believed when they say for whom they ask
 */
public record ClientAddress(TrustedProxies proxies) {

  /** Whoever has one address of IPv6 has the 2^64 of its network (RFC 4291 section 2.5.1). */
  private static final int NETWORK_BYTES = 8;

  /** The address, or the network of one of IPv6; all whose address is unknown are one. */
  public String of(HttpServerRequest request) {
    return proxies.clientOf(request).map(ClientAddress::network).orElse("");
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length > NETWORK_BYTES
        ? Bytes.copyOf(bytes).slice(0, NETWORK_BYTES).toHex()
        : address.getHostAddress();
  }
}
