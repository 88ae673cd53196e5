package tapwright.server.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tapwright.core.Bytes;

/**
 * The signature that a payment provider puts on its notices: {@code t=SECONDS,v1=HEX}, HMAC-SHA-256
 * over the time, a dot and the body. There may be several of v1, while a secret is changed.
 */
public final class PaymentSignature {

  /** How old a notice may be, and how far ahead its clock: what is older may be a replay. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  public PaymentSignature(String secret) {
    this.key = new SecretKeySpec(Bytes.ofUtf8(secret).toArray(), ALGORITHM);
  }

  /** What is wrong with the header; empty where the body is the provider's, and of now. */
  public Optional<String> fault(String header, Bytes body, Instant now) {
    List<String[]> parts =
        Arrays.stream(header.split(",", -1)).map(part -> part.strip().split("=", 2)).toList();
    Optional<Long> seconds =
        values(parts, "t").filter(text -> text.matches("\\d{1,12}")).map(Long::valueOf).findFirst();
    if (seconds.isEmpty()) {
      return Optional.of("has no signature");
    }
    byte[] wanted = sign(seconds.get(), body);
    if (values(parts, "v1").noneMatch(hex -> isSame(wanted, hex))) {
      return Optional.of("bears another signature");
    }
    Duration away = Duration.between(Instant.ofEpochSecond(seconds.get()), now).abs();
    return away.compareTo(TOLERANCE) > 0
        ? Optional.of("was signed " + away.toSeconds() + " seconds away from now")
        : Optional.empty();
  }

  private static Stream<String> values(List<String[]> parts, String name) {
    return parts.stream()
        .filter(part -> part.length == 2 && part[0].equals(name))
        .map(part -> part[1]);
  }

  private static boolean isSame(byte[] wanted, String hex) {
    return hex.matches("[0-9a-fA-F]{64}")
        && MessageDigest.isEqual(wanted, HexFormat.of().parseHex(hex));
  }

  /** The header of a body that is signed now. */
  public String header(Bytes body, Instant now) {
    return "t="
        + now.getEpochSecond()
        + ",v1="
        + HexFormat.of().formatHex(sign(now.getEpochSecond(), body));
  }

  private byte[] sign(long seconds, Bytes body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(Bytes.ofUtf8(seconds + ".").toArray());
      return mac.doFinal(body.toArray());
    } catch (GeneralSecurityException e) {
      throw Keys.missing(e);
    }
  }
}
