package tapwright.server.pay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A payment provider on this machine that answers as Stripe's API does, and goes wrong as it is
 * told to: refunds by form, keys that replay the first answer, lists in pages, errors with types.
 */
public final class ProviderServer implements AutoCloseable {

  public static final String KEY = "sk_sample";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Fewer than are asked for, so that lists have pages. */
  private static final int PAGE = 2;

  /** What becomes of the next post. */
  public enum Mishap {
    NONE,
    PENDING,
    HANGS_BEFORE,
    HANGS_AFTER,
    DECLINES,
    CONFLICT,
    TOO_MANY,
    BREAKS_BEFORE,
    BREAKS_AFTER,
    TALKS_NONSENSE
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Deque<Mishap> mishaps = new ArrayDeque<>();
  private final Map<String, Map<String, Object>> byKey = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> forms = new LinkedHashMap<>();
  private final List<Map<String, Object>> refunds = new ArrayList<>();

  public ProviderServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/refunds", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What becomes of the next posts, one after the other. */
  public synchronized void next(Mishap mishap) {
    mishaps.add(mishap);
  }

  /** All refunds that it made, oldest first. */
  public synchronized List<Map<String, Object>> refunds() {
    return List.copyOf(refunds);
  }

  /** An event about a refund, as it is told to those who listen. */
  public synchronized String event(String id, Map<String, Object> refund, String status) {
    Map<String, Object> object = new LinkedHashMap<>(refund);
    object.put("status", status);
    return write(
        Map.of(
            "id",
            id,
            "object",
            "event",
            "type",
            "refund.updated",
            "created",
            1_772_438_400L,
            "data",
            Map.of("object", object)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, error("invalid_request_error", "api_key_invalid"));
      } else if (exchange.getRequestMethod().equals("POST")) {
        post(exchange);
      } else {
        list(exchange, fields(exchange.getRequestURI().getRawQuery()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void post(HttpExchange exchange) throws IOException, InterruptedException {
    Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String key =
        Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "key");
    Mishap mishap = nextMishap();
    switch (mishap) {
      case HANGS_BEFORE -> closing.await();
      case HANGS_AFTER -> {
        make(key, form, "succeeded");
        closing.await();
      }
      case DECLINES -> send(exchange, 400, error("invalid_request_error", "charge_disputed"));
      case CONFLICT -> send(exchange, 409, error("idempotency_error", "idempotency_key_in_use"));
      case TOO_MANY -> send(exchange, 429, error("invalid_request_error", "rate_limit"));
      case BREAKS_BEFORE -> send(exchange, 500, error("api_error", ""));
      case BREAKS_AFTER -> {
        make(key, form, "succeeded");
        send(exchange, 502, "<html>bad gateway</html>");
      }
      case TALKS_NONSENSE -> send(exchange, 200, "{\"status\": \"succeeded\"");
      case PENDING -> make(exchange, key, form, "pending");
      case NONE -> make(exchange, key, form, "succeeded");
    }
  }

  private synchronized Mishap nextMishap() {
    return Objects.requireNonNullElse(mishaps.poll(), Mishap.NONE);
  }

  private void make(HttpExchange exchange, String key, Map<String, String> form, String status)
      throws IOException {
    if (isAnother(key, form)) {
      send(exchange, 400, error("idempotency_error", ""));
    } else {
      send(exchange, 200, write(make(key, form, status)));
    }
  }

  private synchronized boolean isAnother(String key, Map<String, String> form) {
    return !forms.getOrDefault(key, form).equals(form);
  }

  private synchronized Map<String, Object> make(
      String key, Map<String, String> form, String status) {
    forms.putIfAbsent(key, form);
    return byKey.computeIfAbsent(
        key,
        _ -> {
          Map<String, Object> refund = new LinkedHashMap<>();
          refund.put("id", "re_" + (refunds.size() + 1));
          refund.put("object", "refund");
          refund.put("amount", Long.parseLong(form.getOrDefault("amount", "0")));
          refund.put("currency", "eur");
          refund.put("payment_intent", form.getOrDefault("payment_intent", ""));
          refund.put("status", status);
          refund.put("metadata", Map.of("refund", form.getOrDefault("metadata[refund]", "")));
          refunds.add(refund);
          return refund;
        });
  }

  private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
    List<Map<String, Object>> all = ofPayment(query.getOrDefault("payment_intent", ""));
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      if (String.valueOf(all.get(i).get("id")).equals(query.get("starting_after"))) {
        from = i + 1;
      }
    }
    int to = Math.min(all.size(), from + PAGE);
    send(
        exchange,
        200,
        write(
            Map.of("object", "list", "data", all.subList(from, to), "has_more", to < all.size())));
  }

  /** The newest first, as they are listed. */
  private synchronized List<Map<String, Object>> ofPayment(String payment) {
    return refunds.reversed().stream()
        .filter(refund -> payment.equals(refund.get("payment_intent")))
        .toList();
  }

  private static String error(String type, String code) {
    return write(Map.of("error", Map.of("type", type, "code", code, "message", "sample")));
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : encoded.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
