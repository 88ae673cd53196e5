package tapwright.server.main.serve;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.card.CardLinks;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.access.RunSeller;
import tapwright.server.app.access.RunTokens;
import tapwright.server.app.card.FindCards;
import tapwright.server.app.card.RunCards;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.app.duty.TellDeadlines;
import tapwright.server.app.hit.ShareContact;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.station.AskUid;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.RunJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.http.Api;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.record.Ledger;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.card.Seals;
import tapwright.server.record.card.SecretSeal;
import tapwright.server.security.BrowserMark;
import tapwright.server.security.ContactVault;
import tapwright.server.security.SecretVault;
import tapwright.server.security.TokenSecret;
import tapwright.server.tap.TapRoutes;

/** The server as a whole: wired, listening, and able to stop without losing anything. */
public final class RunningServer implements AutoCloseable {

  /** Long enough for a shift without network, short enough that a lost station blocks no order. */
  private static final Duration LEASE = Duration.ofHours(8);

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  /** What waits for a server that has just started is answered first. */
  private static final Duration CLEARING_AFTER = Duration.ofSeconds(10);

  private static final String HIT_ID_GENERATOR = "L64X128MixRandom";

  private final Vertx vertx;
  private final HttpServer http;
  private final Ledger store;
  private final HitPath hits;
  private final List<Rounds> rounds;
  private final URI url;

  private RunningServer(Listening listening, Ledger store, HitPath hits, List<Rounds> rounds) {
    this.vertx = listening.vertx();
    this.http = listening.http();
    this.url = listening.url();
    this.store = store;
    this.hits = hits;
    this.rounds = rounds;
  }

  /**
   * Where to listen.
   *
   * @param port 0 for any that is free
   * @param publicUrl what cards' links begin with; absent for the address that is listened on
   */
  record Address(String host, int port, Optional<URI> publicUrl) {}

  /**
   * What whoever runs it has a say in.
   *
   * @param whenStoreAway what becomes of hits while the record cannot be reached
   * @param keeping how long is kept what need not be kept for ever
   */
  record Conduct(HitPath.WhenStoreAway whenStoreAway, KeepRecordSmall.Limits keeping) {

    private static final Duration FOR_EVER = RetentionOptions.LONGEST;

    /** Answers no hit that it cannot store, and keeps all. */
    static final Conduct CAREFUL =
        new Conduct(HitPath.WhenStoreAway.REFUSE, new KeepRecordSmall.Limits(FOR_EVER, FOR_EVER));
  }

  private record Listening(Vertx vertx, HttpServer http, URI url) {}

  /** What requests meet first: nobody is in until the server is whole. */
  private static final class Front implements Handler<HttpServerRequest> {
    private volatile Handler<HttpServerRequest> inside =
        request -> request.response().setStatusCode(503).putHeader("Retry-After", "1").end();

    void open(Handler<HttpServerRequest> router) {
      inside = router;
    }

    @Override
    public void handle(HttpServerRequest request) {
      inside.handle(request);
    }
  }

  /** Starts to listen; hits are answered 503 until the server is whole. */
  static RunningServer start(Installation installation, Packs packs, Address address) {
    return start(installation, packs, address, Conduct.CAREFUL);
  }

  /** As above, run as one says. */
  static RunningServer start(
      Installation installation, Packs packs, Address address, Conduct conduct) {
    Vertx vertx = vertx();
    try {
      Front front = new Front();
      HttpServer http = listening(vertx, front, address.host(), address.port());
      URI url = URI.create("http://" + inUrl(address.host()) + ":" + http.actualPort());
      HitPath hits = HitPath.open(vertx, installation, conduct.whenStoreAway());
      CardLinks links = new CardLinks(address.publicUrl().orElse(url));
      RecordOutage outage = new RecordOutage(installation.clock());
      TapRoutes.UseCases taps =
          new TapRoutes.UseCases(hits.desk(), shareContact(installation), outage);
      front.open(router(vertx, installation, taps, useCases(installation, packs, links)));
      return new RunningServer(
          new Listening(vertx, http, url),
          installation.store(),
          hits,
          rounds(installation, conduct.keeping(), outage));
    } catch (RuntimeException e) {
      await(vertx.close());
      throw e;
    }
  }

  /** The event loops of a server. */
  public static Vertx vertx() {
    return Vertx.builder().with(new VertxOptions().setPreferNativeTransport(true)).build();
  }

  /** A server's transport, whatever it answers with. */
  public static HttpServer listening(
      Vertx vertx, Handler<HttpServerRequest> handler, String host, int port) {
    try {
      return await(vertx.createHttpServer(options()).requestHandler(handler).listen(port, host));
    } catch (ServerFault e) {
      throw new ServerFault(
          "cannot listen at --host "
              + host
              + " and --port "
              + port
              + "; allowed are an address of this machine and a port that nobody else has there",
          e);
    }
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setReuseAddress(true)
        .setTcpNoDelay(true)
        // No web sockets are served, so no request has to pass what compresses them.
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        .setIdleTimeout(75)
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }

  private static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static Router router(
      Vertx vertx, Installation installation, TapRoutes.UseCases taps, Api.UseCases useCases) {
    Ledger store = installation.store();
    Router router = Router.router(vertx);
    new TapRoutes(
            taps,
            new BrowserMark(installation.keys()),
            installation.clock(),
            RandomGeneratorFactory.<SplittableGenerator>of(HIT_ID_GENERATOR)
                .create(installation.random().nextLong()))
        .mount(vertx, router);
    RunTokens tokens = new RunTokens(store, installation.ids(), installation.clock());
    return await(
        new Api(
                useCases,
                tokens::callerWith,
                text -> TokenSecret.shown(text).hash(),
                () -> store.read(records -> !records.sellers().all().isEmpty()))
            .mount(vertx, router, taps.outage()));
  }

  private static ShareContact shareContact(Installation installation) {
    return new ShareContact(new ContactVault(installation.keys(), installation.random()));
  }

  private static Api.UseCases useCases(Installation installation, Packs packs, CardLinks links) {
    Ledger store = installation.store();
    ContactSeal contacts = new ContactVault(installation.keys(), installation.random());
    SecretSeal secrets = new SecretVault(installation.keys(), installation.random());
    Seals seals = new Seals(contacts, secrets);
    return new Api.UseCases(
        new PlaceOrders(
            store,
            seals,
            new PlaceOrders.Terms(links, packs),
            new PlaceOrders.Draw(installation.random(), installation.ids()),
            installation.clock()),
        new FindCards(store, contacts, links),
        new RunCards(store, installation.clock()),
        new LeaseJobs(store, seals, links, installation.clock(), LEASE),
        new AskUid(store),
        new TakeStationEvents(store, links, installation.clock()),
        new RunJobs(store),
        new RunSeller(store, secrets),
        new DecideClaims(store, packs, installation.ids(), installation.clock()));
  }

  private static List<Rounds> rounds(
      Installation installation, KeepRecordSmall.Limits keeping, RecordOutage outage) {
    RecordRound duties = RecordRound.ofDuties(duties(installation), outage);
    RecordRound clearing = RecordRound.ofClearing(clearing(installation, keeping), outage);
    return List.of(
        Rounds.start("duties", RecordRound.DUTIES_EVERY, duties),
        Rounds.start("clearing", CLEARING_AFTER, clearing));
  }

  private static KeepRecordSmall clearing(
      Installation installation, KeepRecordSmall.Limits keeping) {
    return new KeepRecordSmall(
        installation.store(), keeping, installation.ids().next(), installation.clock());
  }

  private static DoDuties duties(Installation installation) {
    return new DoDuties(
        installation.store(),
        List.of(new TellDeadlines(), new PlaceEvents()),
        installation.ids().next(),
        installation.clock());
  }

  /** Where it listens. */
  URI url() {
    return url;
  }

  /** How it waits for sockets: {@code epoll} where Linux's own way is there, else {@code nio}. */
  String transport() {
    return vertx.isNativeTransportEnabled() ? "epoll" : "nio";
  }

  /** Takes no more requests, answers those that it has taken, and closes the record. */
  @Override
  public void close() {
    close(STOP_LIMIT);
  }

  /**
   * Closes within the limit, of which requests have the first half: an event loop that is stuck
   * keeps neither the process nor the record.
   *
   * <p>One after the other from this thread: a step that follows on an event loop would find the
   * loop ended by the step before it.
   */
  void close(Duration limit) {
    Duration forRequests = limit.dividedBy(2);
    Duration forLoops = limit.dividedBy(4);
    awaitEnd(http.shutdown(forRequests.toMillis(), TimeUnit.MILLISECONDS), limit.minus(forLoops));
    awaitEnd(vertx.close(), forLoops);
    rounds.forEach(one -> one.close(forLoops.dividedBy(rounds.size())));
    store.close();
    hits.close();
  }

  private static void awaitEnd(Future<?> ending, Duration limit) {
    try {
      ending
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      LOG.warn("the server did not stop cleanly within {}", limit, e);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new ServerFault(String.valueOf(cause.getMessage()), cause);
    }
  }
}
