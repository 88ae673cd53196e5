package tapwright.server.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import tapwright.core.Bytes;
import tapwright.server.record.account.CodeCheck;

/**
 * One-time codes by the clock (RFC 6238) with the values that every app on a phone knows: 6 digits,
 * steps of 30 seconds, HMAC-SHA-1.
 */
public final class OneTimeCodes implements CodeCheck {

  /** 160 bits, as RFC 4226 section 4 (R6) recommends. */
  private static final int SECRET_BYTES = 20;

  /** 160 bits in base 32 (RFC 4648 section 6). */
  private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]{32}");

  /** 80 bits, 16 characters: four times the 20 bits that NIST SP 800-63B section 5.1.2 asks for. */
  private static final int RECOVERY_BYTES = 10;

  /** RFC 6238 section 5.2: one step for the way to us, and a clock may be as much ahead. */
  private static final int STEPS_ASIDE = 1;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final RandomGenerator random;

  /** The generator must be one whose next value cannot be guessed. */
  public OneTimeCodes(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public Bytes drawSecret() {
    return draw(SECRET_BYTES);
  }

  @Override
  public String drawRecoveryCode() {
    return base32(draw(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
  }

  private Bytes draw(int size) {
    byte[] bits = new byte[size];
    random.nextBytes(bits);
    return Bytes.copyOf(bits);
  }

  /** RFC 6238 section 5.2: a code is taken once, and so no step at or before the last one's. */
  @Override
  public OptionalLong step(Bytes secret, String code, Instant now, long usedStep) {
    long current = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - STEPS_ASIDE; step <= current + STEPS_ASIDE; step++) {
      if (equal(at(secret, step), code) && step > usedStep) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** What the phone shows at this instant. */
  public String codeAt(Bytes secret, Instant now) {
    return at(secret, step(now));
  }

  private long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), generator.getTimeStep().toSeconds());
  }

  /** The code of a time step. */
  String at(Bytes secret, long step) {
    SecretKeySpec key = new SecretKeySpec(secret.toArray(), generator.getAlgorithm());
    Instant begin = Instant.ofEpochSecond(step * generator.getTimeStep().toSeconds());
    try {
      return generator.generateOneTimePasswordString(key, begin, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw Keys.missing(e);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(Bytes.ofUtf8(one).toArray(), Bytes.ofUtf8(other).toArray());
  }

  @Override
  public String base32(Bytes secret) {
    return new Base32().encodeToString(secret.toArray()).replace("=", "");
  }

  @Override
  public Optional<Bytes> secret(String base32) {
    return BASE32.matcher(base32).matches()
        ? Optional.of(Bytes.copyOf(new Base32().decode(base32)))
        : Optional.empty();
  }

  /** The form that apps read from a QR code: {@code otpauth://totp/ISSUER:NAME?secret=...}. */
  @Override
  public String uri(Bytes secret, String issuer, String name) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(inUri(issuer), inUri(name), base32(secret), inUri(issuer));
  }

  private static String inUri(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
