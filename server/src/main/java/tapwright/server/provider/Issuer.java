package tapwright.server.provider;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is known of one issuer: where its endpoints are, and its keys. */
final class Issuer {

  private static final int OK = 200;

  private final URI name;
  private final Wire wire;
  private final Remembered<Discovery> discovery;
  private final Remembered<JWKSet> keys;

  Issuer(URI name, Wire wire, InstantSource clock) {
    this.name = name;
    this.wire = wire;
    this.discovery = new Remembered<>(this::discover, clock);
    this.keys = new Remembered<>(this::fetchKeys, clock);
  }

  CompletableFuture<Optional<Discovery>> discovery() {
    return discovery.known();
  }

  private CompletableFuture<Optional<Discovery>> discover() {
    return read(Discovery.place(name))
        .thenApply(text -> text.flatMap(one -> Discovery.read(one, name)));
  }

  /** Its keys, asked for anew where this one is not among them, but not without end. */
  CompletableFuture<Optional<JWKSet>> keys(Optional<String> wanted) {
    return keys.known()
        .thenCompose(
            known ->
                wanted.isEmpty() || known.isEmpty() || has(known.get(), wanted.get())
                    ? CompletableFuture.completedFuture(known)
                    : keys.asked());
  }

  private static boolean has(JWKSet keys, String wanted) {
    return keys.getKeyByKeyId(wanted) != null;
  }

  private CompletableFuture<Optional<JWKSet>> fetchKeys() {
    return discovery()
        .thenCompose(
            known ->
                known.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : read(known.get().keys()).thenApply(text -> text.flatMap(Issuer::keySet)));
  }

  /** Only what is public of the keys: a provider's secrets are nothing that we would check by. */
  private static Optional<JWKSet> keySet(String text) {
    try {
      return Optional.of(JWKSet.parse(text).toPublicJWKSet());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private CompletableFuture<Optional<String>> read(URI place) {
    return wire.ask(Wire.to(place).GET())
        .thenApply(said -> said.filter(one -> one.status() == OK).map(Wire.Said::text));
  }
}
