package tapwright.server.tap;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.server.app.Arrival;
import tapwright.server.app.HitAnswer;
import tapwright.server.app.HitWaiter;
import tapwright.server.app.TakeHits;
import tapwright.server.security.BrowserMark;

/**
 * The two links of a card over HTTP.
 *
 * <p>Nothing is answered before it is stored, but for 404, where there is nothing to store, and
 * 503, where it cannot be.
 */
public final class TapRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(TapRoutes.class);

  private static final String COOKIE = "tw";
  private static final List<String> PURPOSE_HEADERS = List.of("Sec-Purpose", "Purpose", "X-Moz");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
  private static final CharSequence CSP = HttpHeaders.createOptimized("Content-Security-Policy");
  private static final CharSequence PAGE_POLICY =
      HttpHeaders.createOptimized(
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence CONTENT_TYPE_OPTIONS =
      HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");
  private static final CharSequence A_SECOND = HttpHeaders.createOptimized("1");

  private final TakeHits takeHits;
  private final BrowserMark marks;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final CardPages pages = new CardPages();
  private final EventLoops loops = new EventLoops();

  public TapRoutes(
      TakeHits takeHits, BrowserMark marks, InstantSource clock, RandomGenerator random) {
    this.takeHits = takeHits;
    this.marks = marks;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Adds the links to the router, each in either case of its letter.
   *
   * <p>A person who taps gets an answer whatever the query holds; so it is looked at only behind
   * the links, and these have no path parameters, for which the router would decode it.
   */
  public void mount(Vertx vertx, Router router) {
    router.route().handler(routing -> passDecodable(routing, routing.request().path()));
    for (String path : List.of("/t/", "/T/")) {
      mount(vertx, router, path, LinkKind.CHIP);
    }
    for (String path : List.of("/Q/", "/q/")) {
      mount(vertx, router, path, LinkKind.PRINT);
    }
    router.route().handler(routing -> passDecodable(routing, routing.request().query()));
  }

  /**
   * Stops a request with an escape that is none (RFC 3986, section 2.1), before the router does.
   */
  private static void passDecodable(RoutingContext routing, @Nullable String part) {
    if (part != null && part.indexOf('%') >= 0 && BROKEN_ESCAPE.matcher(part).find()) {
      routing.fail(400);
    } else {
      routing.next();
    }
  }

  private void mount(Vertx vertx, Router router, String path, LinkKind link) {
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
      router
          .route(method, path + "*")
          .handler(
              routing ->
                  hit(vertx, routing.request(), link, after(path, routing.normalizedPath())));
    }
  }

  private static String after(String start, String path) {
    return path.length() < start.length() ? "" : path.substring(start.length());
  }

  private void hit(Vertx vertx, HttpServerRequest request, LinkKind link, String spelt) {
    Optional<Slug> slug = Slug.parse(spelt);
    if (slug.isEmpty()) {
      page(request.response(), 404, pages.unknown());
      return;
    }
    Instant now = clock.instant();
    Arrival arrival = new Arrival(slug.get(), facts(request, link, now), now, random.nextLong());
    takeHits.take(arrival, new Visitor(request, now, loops.current(vertx)));
  }

  private Hit facts(HttpServerRequest request, LinkKind link, Instant now) {
    MultiMap headers = request.headers();
    return new Hit(
        link,
        request.method().equals(HttpMethod.HEAD),
        orEmpty(headers.get(HttpHeaders.USER_AGENT)),
        purpose(headers),
        ChipParameters.in(orEmpty(request.query())),
        repeats(request, now));
  }

  private static String purpose(MultiMap headers) {
    List<String> purposes = new ArrayList<>();
    for (String name : PURPOSE_HEADERS) {
      purposes.addAll(headers.getAll(name));
    }
    return String.join(" ", purposes).toLowerCase(Locale.ROOT);
  }

  private boolean repeats(HttpServerRequest request, Instant now) {
    if (!request.headers().contains(HttpHeaders.COOKIE)) {
      return false;
    }
    Cookie cookie = request.getCookie(COOKIE);
    return cookie != null && marks.isFresh(cookie.getValue(), request.path(), now);
  }

  private void answer(HttpServerRequest request, Instant now, HitAnswer answer) {
    HttpServerResponse response = request.response();
    switch (answer) {
      case HitAnswer.Unknown unknown -> page(response, 404, pages.unknown());
      case HitAnswer.Page page -> page(response, 200, pages.of(page.kind()));
      case HitAnswer.Redirect redirect -> {
        if (redirect.remember()) {
          remember(request, now);
        }
        redirect(response, redirect.target());
      }
    }
  }

  private static void redirect(HttpServerResponse response, String target) {
    response
        .setStatusCode(302)
        .putHeader(HttpHeaders.LOCATION, target)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end();
  }

  private void remember(HttpServerRequest request, Instant now) {
    request
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, marks.of(request.path(), now))
                .setPath(request.path())
                .setMaxAge(BrowserMark.FRESH.toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX));
  }

  private static void notStored(HttpServerResponse response, Throwable failure) {
    LOG.warn("a hit was not stored and so not answered", failure);
    response
        .setStatusCode(503)
        .putHeader(RETRY_AFTER, A_SECOND)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .end();
  }

  private static void page(HttpServerResponse response, int status, Buffer page) {
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
        .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .putHeader(CSP, PAGE_POLICY)
        .putHeader(CONTENT_TYPE_OPTIONS, NO_SNIFF)
        .end(page);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A request that waits for its hit to be stored. */
  private final class Visitor implements HitWaiter {
    private final HttpServerRequest request;
    private final Instant at;
    private final Executor loop;

    Visitor(HttpServerRequest request, Instant at, Executor loop) {
      this.request = request;
      this.at = at;
      this.loop = loop;
    }

    @Override
    public Executor loop() {
      return loop;
    }

    @Override
    public void answered(HitAnswer answer) {
      TapRoutes.this.answer(request, at, answer);
    }

    @Override
    public void failed(Throwable failure) {
      notStored(request.response(), failure);
    }
  }
}
