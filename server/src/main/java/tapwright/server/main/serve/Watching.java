package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.watch.HitWatch;
import tapwright.server.app.watch.Readiness;
import tapwright.server.front.tls.Handshakes;
import tapwright.server.http.HealthRoutes;
import tapwright.server.http.RequestLog;
import tapwright.server.http.RequestWatch;
import tapwright.server.main.installation.Installation;
import tapwright.server.main.installation.Product;
import tapwright.server.metrics.HandshakeMetrics;
import tapwright.server.metrics.HitMetrics;
import tapwright.server.metrics.MetricsPage;
import tapwright.server.metrics.NowMetrics;
import tapwright.server.metrics.RequestMetrics;
import tapwright.server.store.schema.Schema;

/** What is seen of a running server from outside: its health, its requests, its figures. */
final class Watching {

  private static final LongSupplier NANOS = System::nanoTime;

  private final Wish wish;
  private final Installation installation;
  private final int schema;
  private final Readiness readiness;
  private final Optional<Figures> figures;

  /**
   * What whoever runs the server wants to see.
   *
   * @param metrics where figures are shown; empty for nowhere
   * @param stopDelay for how long it says that it will stop before it does
   */
  record Wish(Optional<Place> metrics, Duration stopDelay) {

    static final Wish NOTHING = new Wish(Optional.empty(), Duration.ZERO);
  }

  /**
   * Where a port is opened.
   *
   * @param port 0 for any that is free
   */
  record Place(String host, int port) {}

  private record Figures(MetricsPage page, Place place, HitMetrics hits, RequestMetrics requests) {

    static Figures at(Place place) {
      MetricsPage page = new MetricsPage();
      return new Figures(page, place, new HitMetrics(page, NANOS), new RequestMetrics(page));
    }

    void note(RequestWatch.Ended request) {
      requests.note(request.method(), request.route(), request.status(), request.nanos());
    }
  }

  Watching(Wish wish, Installation installation) {
    this.wish = wish;
    this.installation = installation;
    this.schema = Schema.known(installation.database());
    this.readiness = new Readiness(installation.store(), schema);
    this.figures = wish.metrics().map(Figures::at);
  }

  /** Who is to be told how hits fare. */
  HitWatch hits() {
    return figures.<HitWatch>map(Figures::hits).orElse(HitWatch.NOBODY);
  }

  /** Adds to the router what all requests pass that are no hits, and the health's routes. */
  void mount(Router router) {
    RequestWatch requests =
        figures.<RequestWatch>map(shown -> shown::note).orElse(RequestWatch.NOBODY);
    new RequestLog(installation.ids(), NANOS, requests).mount(router);
    new HealthRoutes(readiness).mount(router);
  }

  /** Adds to the figures how TLS handshakes fare. */
  void count(Handshakes handshakes) {
    figures.ifPresent(
        shown -> HandshakeMetrics.add(shown.page(), handshakes::made, handshakes::failed));
  }

  /** Shows the figures, and begins to look at the record for them; answers what looks. */
  Optional<Shown> show(Vertx vertx, HitPath hits, RecordOutage outage) {
    return figures.map(
        shown -> {
          NowMetrics now = new NowMetrics(shown.page());
          now.addProgram(Product.version(), schema);
          HitPathFigures.add(now, hits, installation.clock());
          BacklogFigures backlog = BacklogFigures.added(now, installation, outage);
          return new Shown(
              MetricsPort.open(vertx, shown.place(), shown.page()), List.of(backlog.start()));
        });
  }

  /**
   * Figures that are shown.
   *
   * @param url where
   * @param rounds what looks at the record for them
   */
  record Shown(URI url, List<Rounds> rounds) {}

  /** Says from now on that the server is not ready, and for as long as it is to say so. */
  void stop() {
    readiness.stop();
    try {
      Thread.sleep(wish.stopDelay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
