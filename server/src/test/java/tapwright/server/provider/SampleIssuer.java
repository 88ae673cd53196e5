package tapwright.server.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tapwright.core.Bytes;

/**
 * An identity provider on the loopback, with keys of its own: it is strict about codes, verifiers
 * and clients, and what it says can be marred.
 */
public final class SampleIssuer implements AutoCloseable {

  public static final String CLIENT = "tapwright";
  public static final String SECRET = "a secret: of the client & nobody's+else";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient browser = HttpClient.newHttpClient();
  private final InstantSource clock;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final List<JWK> keys = new ArrayList<>();

  /** Whom everybody who comes is. */
  public volatile Map<String, Object> person =
      Map.of(
          "sub",
          "subject-1",
          "email",
          "sample@example.com",
          "email_verified",
          true,
          "groups",
          List.of("everybody", "support desk"));

  /** What becomes of the claims before they are signed. */
  public volatile UnaryOperator<Map<String, Object>> claims = all -> all;

  /** How a token is made of the claims. */
  public volatile Function<JWTClaimsSet, String> token = this::signed;

  /** What becomes of the discovery document. */
  public volatile UnaryOperator<Map<String, Object>> discovery = all -> all;

  /** What becomes of an answer before it is sent. */
  public volatile UnaryOperator<String> answer = text -> text;

  /** Whether an answer stops after its head. */
  public volatile boolean isSlow;

  public SampleIssuer(InstantSource clock) {
    this.clock = clock;
    rotate();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String name() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on it signs with another key, and shows both. */
  public void rotate() {
    try {
      keys.addFirst(
          new ECKeyGenerator(Curve.P_256).keyID("key-" + NUMBERS.incrementAndGet()).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public ECKey key() {
    return (ECKey) keys.getFirst();
  }

  /** Shows one key more. */
  public void show(JWK key) {
    keys.add(key);
  }

  /** How often it was asked there. */
  public int asked(String path) {
    return asked.computeIfAbsent(path, one -> new AtomicInteger()).get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.computeIfAbsent(path, one -> new AtomicInteger()).incrementAndGet();
    switch (path) {
      case "/.well-known/openid-configuration" ->
          send(exchange, 200, json(discovery.apply(self())));
      case "/keys" -> send(exchange, 200, new JWKSet(List.copyOf(keys)).toString(true));
      case "/authorize" -> authorize(exchange);
      case "/token" -> redeem(exchange);
      default -> send(exchange, 404, "{}");
    }
  }

  private Map<String, Object> self() {
    Map<String, Object> self = new HashMap<>();
    self.put("issuer", name());
    self.put("authorization_endpoint", name() + "/authorize");
    self.put("token_endpoint", name() + "/token");
    self.put("jwks_uri", name() + "/keys");
    self.put("code_challenge_methods_supported", List.of("S256"));
    self.put("authorization_response_iss_parameter_supported", true);
    return self;
  }

  /** Everybody is signed in already. */
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> wanted = form(exchange.getRequestURI().getRawQuery());
    String code = "code-" + NUMBERS.incrementAndGet();
    codes.put(code, wanted);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            wanted.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + encoded(wanted.getOrDefault("state", ""))
                + "&iss="
                + encoded(name()));
    send(exchange, 302, "");
  }

  private void redeem(HttpExchange exchange) throws IOException {
    Map<String, String> shown =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> wanted = codes.remove(shown.getOrDefault("code", ""));
    String secret = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    if (wanted == null || !isRight(wanted, shown, secret)) {
      send(exchange, 400, "{\"error\": \"invalid_grant\", \"error_description\": \"<b>no</b>\"}");
      return;
    }
    send(exchange, 200, json(Map.of("token_type", "Bearer", "id_token", token(wanted))));
  }

  private static boolean isRight(
      Map<String, String> wanted, Map<String, String> shown, String authorization) {
    String client = encoded(wanted.getOrDefault("client_id", ""));
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((client + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                Bytes.ofUtf8(shown.getOrDefault("code_verifier", "")).sha256().toArray());
    return authorization.equals(basic)
        && challenge.equals(wanted.get("code_challenge"))
        && "S256".equals(wanted.get("code_challenge_method"))
        && "authorization_code".equals(shown.get("grant_type"))
        && String.valueOf(wanted.get("redirect_uri")).equals(shown.get("redirect_uri"));
  }

  private String token(Map<String, String> wanted) {
    Instant now = clock.instant();
    Map<String, Object> all = new LinkedHashMap<>(person);
    all.put("iss", name());
    all.put("aud", wanted.getOrDefault("client_id", ""));
    all.put("nonce", wanted.getOrDefault("nonce", ""));
    all.put("iat", now.getEpochSecond());
    all.put("exp", now.plusSeconds(300).getEpochSecond());
    try {
      return token.apply(JWTClaimsSet.parse(claims.apply(all)));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signed by the key of now. */
  public String signed(JWTClaimsSet all) {
    return signed(all, key());
  }

  /** Signed by any key, under any name. */
  public static String signed(JWTClaimsSet all, ECKey key) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), all);
      jwt.sign(new ECDSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = answer.apply(text).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0 && !isSlow) {
      exchange.getResponseBody().write(bytes);
    }
    if (!isSlow) {
      exchange.close();
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fields of a form or query. */
  public static Map<String, String> form(String text) {
    Map<String, String> fields = new HashMap<>();
    for (String field : text.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  /** Where it sends the browser back to that asks there. */
  public URI follow(URI authorization) {
    try {
      return URI.create(
          browser
              .send(
                  HttpRequest.newBuilder(authorization).build(),
                  HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue("Location")
              .orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    browser.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
