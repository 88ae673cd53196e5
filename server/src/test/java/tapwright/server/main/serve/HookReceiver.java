package tapwright.server.main.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tapwright.server.nodes.Wait;

/** A shop's endpoint on the loopback that keeps what comes and answers as it is told. */
final class HookReceiver implements AutoCloseable {

  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private volatile int status = 204;
  private volatile String location = "";

  /** A message as it came. */
  record Received(Map<String, String> headers, String body) {

    /**
     * Whether the message is by the secret, as the Standard Webhooks text says; written apart from
     * what signs.
     */
    boolean isSignedWith(String secret) {
      byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (String part : List.of(headers.get("webhook-id"), headers.get("webhook-timestamp"))) {
          mac.update(part.getBytes(StandardCharsets.US_ASCII));
          mac.update((byte) '.');
        }
        byte[] wanted = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
        return Stream.of(headers.getOrDefault("webhook-signature", "").split(" ", -1))
            .filter(one -> one.startsWith("v1,"))
            .map(one -> Base64.getDecoder().decode(one.substring("v1,".length())))
            .anyMatch(one -> MessageDigest.isEqual(one, wanted));
      } catch (GeneralSecurityException e) {
        throw new AssertionError(e);
      }
    }
  }

  HookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::receive);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?shop=1";
  }

  void answers(int next) {
    status = next;
  }

  /** Leads elsewhere. */
  void redirectsTo(String url) {
    location = url;
    status = 307;
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers =
          exchange.getRequestHeaders().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      one -> one.getKey().toLowerCase(Locale.ROOT),
                      one -> one.getValue().getFirst()));
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!location.isEmpty()) {
        exchange.getResponseHeaders().set("Location", location);
      }
      received.add(new Received(headers, body));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** Returns when so many have come. */
  List<Received> awaited(int count) {
    Wait.until(
        count + " messages",
        Duration.ofMinutes(1),
        () -> received.size() >= count,
        () -> received.size() + " messages");
    return received();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
