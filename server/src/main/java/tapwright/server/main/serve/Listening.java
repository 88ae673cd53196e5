package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.Optional;
import tapwright.server.front.FrontSettings;
import tapwright.server.front.PlainRedirect;
import tapwright.server.front.tls.Handshakes;

/**
 * The sockets of a server that listens.
 *
 * @param url where it is met
 * @param redirectPort where plain HTTP is sent on to TLS; absent where nobody listens for it
 * @param handshakes how those of TLS fare; absent where it speaks plain HTTP
 */
record Listening(
    Vertx vertx,
    HttpServer http,
    URI url,
    Optional<Integer> redirectPort,
    Optional<Handshakes> handshakes) {

  /** Listens; who comes meets the door. */
  static Listening at(Vertx vertx, Door door, RunningServer.Address address, FrontSettings front) {
    Transport transport = new Transport(vertx, front);
    HttpServer http = transport.listening(door, address.host(), address.port());
    URI url =
        URI.create(
            (front.tls().isPresent() ? "https://" : "http://")
                + inUrl(address.host())
                + ":"
                + http.actualPort());
    PlainRedirect redirect = new PlainRedirect(address.publicUrl().orElse(url));
    Optional<Integer> redirectPort =
        front
            .redirectPort()
            .map(port -> transport.inTheClear(redirect, address.host(), port).actualPort());
    return new Listening(vertx, http, url, redirectPort, transport.handshakes());
  }

  static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
