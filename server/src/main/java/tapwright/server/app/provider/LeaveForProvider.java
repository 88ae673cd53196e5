package tapwright.server.app.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tapwright.server.app.Answer;
import tapwright.server.app.Shown;
import tapwright.server.app.provider.ProviderWire.Entrance;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.provider.IdentityProvider;

/** Begins a sign-in at the identity provider of the seller whose host is asked. */
public final class LeaveForProvider {

  private final Ledger ledger;
  private final ProviderMeans means;
  private final InstantSource clock;

  public LeaveForProvider(Ledger ledger, ProviderMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.means = means;
    this.clock = clock;
  }

  /**
   * A browser that leaves.
   *
   * @param provider where it is led to
   * @param kept what it keeps until it comes back
   */
  public record Departure(URI provider, String kept) {

    /** Says nothing of what is kept. */
    @Override
    public String toString() {
      return "departure";
    }
  }

  /** What people call the provider of the seller at this host; empty where it has none. */
  public CompletableFuture<Optional<String>> offered(String authority) {
    return ledger.readAcrossSellers(
        records -> found(records, authority).map(found -> found.provider().name()));
  }

  /**
   * Where the browser is led to, so that it comes back signed in.
   *
   * @param next where the person goes then
   */
  public CompletableFuture<Answer<Departure>> leave(String authority, String next) {
    return ledger
        .readAcrossSellers(records -> found(records, authority))
        .thenCompose(
            found ->
                found
                    .map(one -> leave(one, next))
                    .orElseGet(() -> CompletableFuture.completedFuture(missing(authority))));
  }

  private static Answer<Departure> missing(String authority) {
    return Answer.refused(
        ProviderRefusal.PROVIDER_MISSING.with("seller", "the host " + Shown.of(authority)));
  }

  private record Found(SellerHosts.Place place, IdentityProvider provider) {}

  private Optional<Found> found(Records records, String authority) {
    return means
        .hosts()
        .at(records, authority)
        .flatMap(
            place ->
                records.forSeller(
                    place.seller(),
                    () ->
                        records
                            .providers()
                            .of(place.seller())
                            .map(provider -> new Found(place, provider))));
  }

  private CompletableFuture<Answer<Departure>> leave(Found found, String next) {
    return means
        .wire()
        .entrance(found.provider().issuer())
        .thenApply(
            answer ->
                switch (answer) {
                  case Answer.Refused<Entrance> refused -> Answer.refused(refused.refusal());
                  case Answer.Done<Entrance>(Entrance entrance) ->
                      Answer.done(departure(found, entrance, begun(found.provider(), next)));
                });
  }

  private BegunSignIn begun(IdentityProvider provider, String next) {
    Supplier<String> draw = means.secrets().draw();
    return new BegunSignIn(
        provider.seller(),
        provider.issuer(),
        new BegunSignIn.Drawn(draw.get(), draw.get(), draw.get()),
        next,
        clock.instant());
  }

  /** The request of OpenID Connect Core 1.0 section 3.1.2.1, with RFC 7636. */
  private Departure departure(Found found, Entrance entrance, BegunSignIn begun) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", found.provider().client().id());
    asked.put("redirect_uri", found.place().back().toString());
    asked.put("scope", found.provider().client().scope());
    asked.put("state", begun.drawn().state());
    asked.put("nonce", begun.drawn().nonce());
    asked.put("code_challenge", begun.drawn().challenge());
    asked.put("code_challenge_method", "S256");
    String before = entrance.authorization().getRawQuery() == null ? "?" : "&";
    return new Departure(
        URI.create(entrance.authorization() + before + query(asked)),
        means.seal().sign(begun.text()));
  }

  private static String query(Map<String, String> asked) {
    return asked.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
