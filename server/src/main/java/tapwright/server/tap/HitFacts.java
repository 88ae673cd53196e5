package tapwright.server.tap;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;

/** What a request says of itself, as far as hits are classed by it. */
final class HitFacts {

  /** The headers in which a browser says what it asks for. */
  private static final List<CharSequence> PURPOSE =
      List.of(
          HttpHeaders.createOptimized("Sec-Fetch-Mode"),
          HttpHeaders.createOptimized("Sec-Purpose"),
          HttpHeaders.createOptimized("Purpose"),
          HttpHeaders.createOptimized("X-Purpose"),
          HttpHeaders.createOptimized("X-Moz"));

  private HitFacts() {}

  static Hit of(HttpServerRequest request, LinkKind link, boolean repeats) {
    return new Hit(
        link,
        request.method().equals(HttpMethod.HEAD),
        orEmpty(request.headers().get(HttpHeaders.USER_AGENT)),
        purpose(request.headers()),
        ChipParameters.in(orEmpty(request.query())),
        repeats);
  }

  private static String purpose(MultiMap headers) {
    StringBuilder said = new StringBuilder();
    for (CharSequence name : PURPOSE) {
      if (headers.contains(name)) {
        headers.getAll(name).forEach(value -> said.append(value).append(' '));
      }
    }
    return said.toString().toLowerCase(Locale.ROOT);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
