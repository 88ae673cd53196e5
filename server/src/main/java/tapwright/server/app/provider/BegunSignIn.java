package tapwright.server.app.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * A sign-in that a browser began at an identity provider, as the browser keeps it.
 *
 * @param issuer where it was begun, so that no other provider's answer ends it
 * @param drawn what was drawn for it and for nothing else
 * @param next where the person goes then
 */
public record BegunSignIn(SellerId seller, URI issuer, Drawn drawn, String next, Instant at) {

  /** As long as a person takes for a password and a code at the provider. */
  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private static final String SEPARATOR = "\n";
  private static final int PARTS = 7;

  /**
   * Three secrets that nobody can guess.
   *
   * @param state binds the answer to this browser (RFC 6749 section 10.12)
   * @param nonce binds the token to this sign-in (OpenID Connect Core 1.0 section 15.5.2)
   * @param verifier binds the code to this sign-in (RFC 7636)
   */
  public record Drawn(String state, String nonce, String verifier) {

    /** What the provider is shown of the verifier: S256 of RFC 7636 section 4.2. */
    String challenge() {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Bytes.ofUtf8(verifier).sha256().toArray());
    }

    boolean isState(String shown) {
      return MessageDigest.isEqual(
          state.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    /** Says nothing of what was drawn. */
    @Override
    public String toString() {
      return "Drawn";
    }
  }

  boolean isFreshAt(Instant now) {
    return !now.isBefore(at) && now.isBefore(at.plus(GOOD_FOR));
  }

  /** As a browser keeps it; no part has a line break. */
  String text() {
    return String.join(
        SEPARATOR,
        seller.value(),
        issuer.toString(),
        drawn.state(),
        drawn.nonce(),
        drawn.verifier(),
        next,
        String.valueOf(at.getEpochSecond()));
  }

  /** What was kept so; empty where an earlier version kept it in another way. */
  static Optional<BegunSignIn> parse(String text) {
    List<String> parts = List.of(text.split(SEPARATOR, -1));
    return parts.size() != PARTS
        ? Optional.empty()
        : Optional.of(
            new BegunSignIn(
                new SellerId(parts.get(0)),
                URI.create(parts.get(1)),
                new Drawn(parts.get(2), parts.get(3), parts.get(4)),
                parts.get(5),
                Instant.ofEpochSecond(Long.parseLong(parts.get(6)))));
  }
}
