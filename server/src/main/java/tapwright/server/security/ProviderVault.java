package tapwright.server.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.provider.ProviderSeal;

/** What identity providers are known by, in {@link Envelope}s or as keyed hashes. */
public final class ProviderVault implements ProviderSeal {

  /** Two texts in base 64 for URLs: what was signed, and its tag. */
  private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9_-]{1,3000}\\.[A-Za-z0-9_-]+");

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Envelope secrets;
  private final SecretKey markKey;
  private final SecretKey signKey;

  /** The random generator gives nonces; it must not repeat itself. */
  public ProviderVault(Keys keys, RandomGenerator random) {
    this.secrets =
        new Envelope(
            keys.aes("secrets at identity providers"), Envelope.Whose.INSTALLATION, random);
    this.markKey = keys.hmac("subjects of identity providers");
    this.signKey = keys.hmac("sign-ins begun at identity providers");
  }

  @Override
  public Bytes sealSecret(String secret, SellerId seller) {
    return secrets.seal(secret, seller.value());
  }

  @Override
  public String openSecret(Bytes sealed, SellerId seller) {
    return secrets.open(sealed, seller.value());
  }

  @Override
  public Bytes mark(URI issuer, String subject) {
    return Keys.tag(markKey, issuer + " " + subject);
  }

  @Override
  public String sign(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "." + tag(text);
  }

  @Override
  public Optional<String> signed(String shown) {
    if (!SIGNED.matcher(shown).matches()) {
      return Optional.empty();
    }
    int dot = shown.indexOf('.');
    return decoded(shown.substring(0, dot)).filter(text -> isEqual(shown, sign(text)));
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // As many letters as no base 64 has.
      return Optional.empty();
    }
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(Bytes.ofUtf8(one).toArray(), Bytes.ofUtf8(other).toArray());
  }

  private String tag(String text) {
    return BASE64.encodeToString(Keys.tag(signKey, text).toArray());
  }
}
