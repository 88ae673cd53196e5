package tapwright.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Refusal;
import tapwright.server.app.Shown;

/**
 * Whether a request comes from a page of the host that it asks.
 *
 * <p>Browsers say so in Sec-Fetch-Site (W3C Fetch Metadata) and, where they are older, in Origin
 * (RFC 6454 section 7); a script cannot forge either. Programs that are no browsers say neither.
 */
public final class Origins {

  /** RFC 9110 section 9.2.1: what changes nothing, or ought not to. */
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private Origins() {}

  /** Whether the request may change something. */
  static boolean mayChange(HttpServerRequest request) {
    return !SAFE.contains(request.method());
  }

  /** Why the request is none of this host's pages'; empty where it may be one. */
  public static Optional<Refusal> refusal(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return foreign(site);
    }
    String origin = request.getHeader("Origin");
    return origin == null || isOwn(origin, request) ? Optional.empty() : foreign(origin);
  }

  /** Whether it says at all where it comes from, as every browser does that sends a form. */
  public static boolean isSaid(HttpServerRequest request) {
    return request.headers().contains("Sec-Fetch-Site") || request.headers().contains("Origin");
  }

  private static Optional<Refusal> foreign(String seen) {
    return Optional.of(HttpRefusal.ORIGIN_REFUSED.with("seen", Shown.of(seen)));
  }

  private static boolean isOwn(String origin, HttpServerRequest request) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader("Host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
