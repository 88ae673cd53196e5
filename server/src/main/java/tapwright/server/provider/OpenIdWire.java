package tapwright.server.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tapwright.server.app.Answer;
import tapwright.server.app.provider.Identity;
import tapwright.server.app.provider.ProviderRefusal;
import tapwright.server.app.provider.ProviderWire;

/** {@link ProviderWire} by OpenID Connect Core 1.0: a code with a verifier for an ID token. */
public final class OpenIdWire implements ProviderWire, AutoCloseable {

  private static final int OK = 200;
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Wire wire;
  private final InstantSource clock;

  /** As many as sellers have set up. */
  private final Map<URI, Issuer> issuers = new ConcurrentHashMap<>();

  public OpenIdWire(InstantSource clock) {
    this(clock, Wire.Limits.USUAL);
  }

  OpenIdWire(InstantSource clock, Wire.Limits limits) {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.wire = new Wire(client, limits);
    this.clock = clock;
  }

  private Issuer issuer(URI name) {
    return issuers.computeIfAbsent(name, one -> new Issuer(one, wire, clock));
  }

  @Override
  public CompletableFuture<Answer<Entrance>> entrance(URI issuer) {
    return issuer(issuer)
        .discovery()
        .thenApply(
            known ->
                known
                    .map(one -> Answer.done(new Entrance(one.authorization(), one.namesItself())))
                    .orElseGet(OpenIdWire::away));
  }

  private static <T> Answer<T> away() {
    return Answer.refused(ProviderRefusal.PROVIDER_AWAY.with());
  }

  private static <T> Answer<T> notGood(String what) {
    return Answer.refused(ProviderRefusal.ANSWER_REFUSED.with("what", what));
  }

  private static <T> CompletableFuture<T> done(T answer) {
    return CompletableFuture.completedFuture(answer);
  }

  @Override
  public CompletableFuture<Answer<Identity>> redeem(Redemption redemption) {
    return issuer(redemption.provider().issuer())
        .discovery()
        .thenCompose(known -> known.isEmpty() ? done(away()) : redeemed(redemption, known.get()));
  }

  private CompletableFuture<Answer<Identity>> redeemed(Redemption redemption, Discovery discovery) {
    return wire.ask(request(redemption, discovery))
        .thenCompose(
            said -> {
              if (said.isEmpty()) {
                return done(away());
              }
              return said.get().status() == OK
                  ? checked(redemption, idToken(said.get().text()))
                  : done(notGood("it takes the code back"));
            });
  }

  /** OpenID Connect Core 1.0 section 3.1.3.1, with the verifier of RFC 7636 section 4.5. */
  private static HttpRequest.Builder request(Redemption redemption, Discovery discovery) {
    String client = redemption.provider().client().id();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", redemption.code());
    form.put("redirect_uri", redemption.place().toString());
    form.put("code_verifier", redemption.begun().drawn().verifier());
    HttpRequest.Builder request =
        Wire.to(discovery.token()).header("Content-Type", "application/x-www-form-urlencoded");
    if (redemption.secret().isEmpty()) {
      form.put("client_id", client);
    } else if (discovery.takesSecretInBody()) {
      form.put("client_id", client);
      form.put("client_secret", redemption.secret());
    } else {
      request.header("Authorization", basic(client, redemption.secret()));
    }
    return request.POST(HttpRequest.BodyPublishers.ofString(query(form)));
  }

  /** RFC 6749 section 2.3.1: both are encoded as in forms before they are joined. */
  private static String basic(String client, String secret) {
    String joined = encoded(client) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  private static String query(Map<String, String> form) {
    return form.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String idToken(String text) {
    try {
      return JSON.readTree(text).path("id_token").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private CompletableFuture<Answer<Identity>> checked(Redemption redemption, String token) {
    Optional<String> key = TokenCheck.keyOf(token);
    return issuer(redemption.provider().issuer())
        .keys(key)
        .thenApply(
            keys ->
                keys.isEmpty()
                    ? away()
                    : check(redemption)
                        .identity(token, keys.get())
                        .map(Answer::done)
                        .orElseGet(() -> notGood("its token does not hold")));
  }

  private TokenCheck check(Redemption redemption) {
    return new TokenCheck(
        clock.instant(),
        new TokenCheck.Wanted(
            redemption.provider().issuer().toString(),
            redemption.provider().client().id(),
            redemption.begun().drawn().nonce(),
            redemption.provider().admission().claim()));
  }

  /** Asks nobody any more. */
  @Override
  public void close() {
    wire.client().shutdownNow();
  }
}
