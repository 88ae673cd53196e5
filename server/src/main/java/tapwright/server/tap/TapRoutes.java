package tapwright.server.tap;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardLinks;
import tapwright.core.card.Slug;
import tapwright.core.ndef.Contact;
import tapwright.core.tap.Hit;
import tapwright.core.tap.LinkKind;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.hit.HitWaiter;
import tapwright.server.app.hit.ShareContact;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.record.hit.Arrival;
import tapwright.server.security.BrowserMark;

/**
 * The links of a card over HTTP.
 *
 * <p>Nothing is answered before it is stored, but for 404, where there is nothing to store, 503,
 * where it cannot be, and 308, where a share's page is asked for by another spelling than its own.
 */
public final class TapRoutes {

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** So that whoever kept the page lets it go (RFC 9110, section 15.5.11). */
  private static final int GONE = 410;

  private final UseCases useCases;
  private final BrowserCookie cookie;
  private final InstantSource clock;
  private final HitIds ids;
  private final CardPages pages = new CardPages();
  private final EventLoops loops = new EventLoops();
  private final UnansweredHits failures;

  /** What the links do, and who hears of it where they cannot. */
  public record UseCases(TakeHits takeHits, ShareContact shareContact, RecordOutage outage) {}

  /**
   * What a hit is marked with.
   *
   * @param marks by which a browser is known again for a while
   * @param secure whether browsers come by TLS
   * @param clock when it came
   * @param ids of which it gets one
   */
  public record Means(
      BrowserMark marks, boolean secure, InstantSource clock, SplittableGenerator ids) {}

  /**
   * The links.
   *
   * @param means what a hit is marked with
   */
  public TapRoutes(UseCases useCases, Means means) {
    this.useCases = useCases;
    this.failures = new UnansweredHits(useCases.outage());
    this.cookie = new BrowserCookie(means.marks(), means.secure());
    this.clock = means.clock();
    this.ids = new HitIds(means.ids());
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
    for (String path : List.of(CardLinks.SHARE_PATH, "/S/")) {
      mount(vertx, router, path, LinkKind.SHARE);
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
              routing -> {
                String spelt = after(path, routing.normalizedPath());
                Asked asked = asked(link, spelt);
                Optional<String> place = asked.place();
                if (place.isPresent() && !place.get().equals(routing.normalizedPath())) {
                  CardResponses.moved(routing.response(), place.get());
                  return;
                }
                hit(new Visit(routing.request(), asked.link(), clock.instant()), asked, vertx);
              });
    }
  }

  private static String after(String start, String path) {
    return path.length() < start.length() ? "" : path.substring(start.length());
  }

  /** The file of a contact has its page's path before its own end. */
  private static Asked asked(LinkKind link, String spelt) {
    return link == LinkKind.SHARE && spelt.endsWith(ContactFile.PATH_END)
        ? new Asked(
            LinkKind.CONTACT, spelt.substring(0, spelt.length() - ContactFile.PATH_END.length()))
        : new Asked(link, spelt);
  }

  private void hit(Visit visit, Asked asked, Vertx vertx) {
    Optional<Slug> slug = Slug.parse(asked.slug());
    if (slug.isEmpty()) {
      CardResponses.page(visit.response(), 404, pages.unknown());
      return;
    }
    boolean repeats = cookie.repeats(visit.request(), visit.link(), visit.at());
    Hit hit = HitFacts.of(visit.request(), visit.link(), repeats);
    useCases
        .takeHits()
        .take(
            new Arrival(slug.get(), hit, visit.at(), ids.next()),
            new Visitor(visit, loops.current(vertx)));
  }

  private void answer(Visit visit, HitAnswer answer) {
    switch (answer) {
      case HitAnswer.Unknown unknown -> CardResponses.page(visit.response(), 404, pages.unknown());
      case HitAnswer.Page page -> CardResponses.page(visit.response(), 200, pages.of(page.kind()));
      case HitAnswer.Redirect redirect -> {
        remember(visit, redirect.remember());
        CardResponses.redirect(visit.response(), redirect.target());
      }
      case HitAnswer.Contact contact -> {
        remember(visit, contact.remember());
        show(visit, useCases.shareContact().of(contact), contact.gone());
      }
    }
  }

  private void remember(Visit visit, boolean remember) {
    if (remember) {
      cookie.remember(visit.request(), visit.link(), visit.at());
    }
  }

  private void show(Visit visit, Optional<Contact> contact, boolean gone) {
    if (gone) {
      CardResponses.page(visit.response(), GONE, pages.of(HitAnswer.PageKind.FORGOTTEN));
    } else if (contact.isEmpty()) {
      CardResponses.page(visit.response(), 200, pages.of(HitAnswer.PageKind.NO_CONTACT));
    } else if (visit.link() == LinkKind.CONTACT) {
      CardResponses.file(visit.response(), contact.get());
    } else {
      String file = ContactFile.besidePage(visit.request().path());
      CardResponses.page(visit.response(), 200, SharePage.of(contact.get(), file));
    }
  }

  /** What a path names: a link of the card with this slug, as it was spelt. */
  private record Asked(LinkKind link, String slug) {

    /**
     * The one path under which a contact is shown, so that a browser's mark, which it keeps by path
     * letter by letter, is found however the link was typed. Empty for the links that chips and
     * prints hold, where nobody is to wait for a second request, and where there is no slug.
     */
    Optional<String> place() {
      return switch (link) {
        case CHIP, PRINT -> Optional.empty();
        case SHARE -> Slug.parse(slug).map(known -> CardLinks.SHARE_PATH + known);
        case CONTACT ->
            Slug.parse(slug).map(known -> CardLinks.SHARE_PATH + known + ContactFile.PATH_END);
      };
    }
  }

  /** A request for a link, and when it came. */
  private record Visit(HttpServerRequest request, LinkKind link, Instant at) {
    HttpServerResponse response() {
      return request.response();
    }
  }

  /** A request that waits for its hit to be stored. */
  private final class Visitor implements HitWaiter {
    private final Visit visit;
    private final Executor loop;

    Visitor(Visit visit, Executor loop) {
      this.visit = visit;
      this.loop = loop;
    }

    @Override
    public Executor loop() {
      return loop;
    }

    @Override
    public void answered(HitAnswer answer) {
      TapRoutes.this.answer(visit, answer);
    }

    @Override
    public void failed(Throwable failure) {
      failures.note(failure, visit.at());
      CardResponses.unavailable(visit.response(), pages.away());
    }
  }
}
