package tapwright.server.main.serve;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tapwright.server.app.Answer;
import tapwright.server.front.BodyWatch;
import tapwright.server.front.ConnectionWatch;
import tapwright.server.front.FrontLimits;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.tls.Handshakes;
import tapwright.server.front.tls.TlsFiles;
import tapwright.server.front.tls.TlsPair;
import tapwright.server.front.tls.TlsReload;
import tapwright.server.front.tls.TlsTerms;
import tapwright.server.main.installation.ServerFault;

/** A server's sockets, with limits on what anybody may send there. */
public final class Transport {

  /** A card's signed link has some 150 characters; the API's longest path and query fewer. */
  private static final int LONGEST_LINE = 4_096;

  /** All headers of a request together; a browser with its cookies sends some 2,000. */
  private static final int MOST_HEADER_BYTES = 8_192;

  /** A form is a few fields of a page of ours. */
  private static final int MOST_FORM_FIELDS = 32;

  private static final int LONGEST_FORM_FIELD = 4_096;

  private static final Duration HANDSHAKE = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final FrontSettings front;
  private final Handshakes handshakes = new Handshakes();

  Transport(Vertx vertx, FrontSettings front) {
    this.vertx = vertx;
    this.front = front;
  }

  /** How the handshakes of TLS fare; absent where it speaks plain HTTP. */
  Optional<Handshakes> handshakes() {
    return front.tls().map(files -> handshakes);
  }

  /** The event loops of a server. */
  public static Vertx vertx() {
    return Vertx.builder().with(new VertxOptions().setPreferNativeTransport(true)).build();
  }

  /** Plain HTTP within the usual limits, whatever is answered. */
  public static HttpServer plain(
      Vertx vertx, Handler<HttpServerRequest> handler, String host, int port) {
    return new Transport(vertx, FrontSettings.PLAIN).listening(handler, host, port);
  }

  /** Listens as the settings say: with TLS where there is a certificate. */
  HttpServer listening(Handler<HttpServerRequest> handler, String host, int port) {
    return front.tls().isPresent()
        ? secured(front.tls().get(), handler, new Place("--port", host, port))
        : listening(Optional.empty(), handler, new Place("--port", host, port));
  }

  /** Listens for plain HTTP beside TLS. */
  HttpServer inTheClear(Handler<HttpServerRequest> handler, String host, int port) {
    return listening(Optional.empty(), handler, new Place("--redirect-port", host, port));
  }

  /** Where to listen, and which setting says so. */
  private record Place(String setting, String host, int port) {}

  private HttpServer secured(TlsFiles files, Handler<HttpServerRequest> handler, Place place) {
    TlsReload reload = new TlsReload(vertx, files);
    HttpServer server =
        switch (TlsPair.read(vertx, files)) {
          case Answer.Refused<TlsPair> refused ->
              throw new ServerFault(refused.refusal().message());
          case Answer.Done<TlsPair> pair ->
              listening(Optional.of(TlsTerms.with(pair.value())), handler, place);
        };
    reload.start(server);
    return server;
  }

  private HttpServer listening(
      Optional<ServerSSLOptions> tls, Handler<HttpServerRequest> handler, Place place) {
    HttpServerOptions options = options();
    tls.ifPresent(terms -> secure(options, terms));
    FrontLimits limits = front.limits();
    ConnectionWatch watch = ConnectionWatch.start(vertx, limits);
    try {
      return Awaited.of(
          counting(vertx.createHttpServer(options), tls.isPresent(), watch::opened)
              .requestHandler(watch.before(new BodyWatch(vertx, limits).before(handler)))
              .listen(place.port(), place.host()));
    } catch (ServerFault e) {
      throw new ServerFault(
          "cannot listen at --host "
              + place.host()
              + " and "
              + place.setting()
              + " "
              + place.port()
              + "; allowed are an address of this machine and a port that nobody else has there",
          e);
    }
  }

  /** What fails before there is a connection is, with TLS, its handshake. */
  private HttpServer counting(HttpServer server, boolean isTls, Handler<HttpConnection> opened) {
    return isTls
        ? server
            .exceptionHandler(failure -> handshakes.countFailed())
            .connectionHandler(
                connection -> {
                  handshakes.countMade();
                  opened.handle(connection);
                })
        : server.connectionHandler(opened);
  }

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setReuseAddress(true)
        .setTcpNoDelay(true)
        // No web sockets are served, so no request has to pass what compresses them.
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false)
        // A tap is one request: HTTP/2 would bring nothing but its own ways to be flooded.
        .setHttp2ClearTextEnabled(false)
        .setMaxInitialLineLength(LONGEST_LINE)
        .setMaxHeaderSize(MOST_HEADER_BYTES)
        .setMaxFormFields(MOST_FORM_FIELDS)
        .setMaxFormAttributeSize(LONGEST_FORM_FIELD)
        .setIdleTimeout((int) front.limits().request().toSeconds())
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }

  private static void secure(HttpServerOptions options, ServerSSLOptions terms) {
    options
        .setSsl(true)
        .setUseAlpn(false)
        .setKeyCertOptions(terms.getKeyCertOptions())
        .setEnabledSecureTransportProtocols(terms.getEnabledSecureTransportProtocols())
        .setSslHandshakeTimeout(HANDSHAKE.toSeconds())
        .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS);
    terms.getEnabledCipherSuites().forEach(options::addEnabledCipherSuite);
  }
}
