package tapwright.server.security;

import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.server.record.access.Role;

/**
 * The secret of a token, as it is shown once: {@code tw_ROLE_} and 256 random bits in base64url.
 */
public final class TokenSecret {

  private static final int BYTES = 32;

  private final String text;

  private TokenSecret(String text) {
    this.text = text;
  }

  /** A new secret; the generator must be one whose next value cannot be guessed. */
  public static TokenSecret draw(Role role, RandomGenerator random) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    String digits = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    return new TokenSecret("tw_" + role.name().toLowerCase(Locale.ROOT) + "_" + digits);
  }

  /** The secret that somebody shows. */
  public static TokenSecret shown(String text) {
    return new TokenSecret(text);
  }

  /** What is kept of it: SHA-256, which tells nobody the secret. */
  public Bytes hash() {
    return Bytes.ofUtf8(text).sha256();
  }

  /** The secret itself, to be shown to its owner once. */
  public String reveal() {
    return text;
  }

  /** Says nothing: secrets are never shown by accident. */
  @Override
  public String toString() {
    return "TokenSecret";
  }
}
