package tapwright.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import tapwright.core.Bytes;

/**
 * A password under Argon2id (RFC 9106), version 1.3.
 *
 * <p>Its text is the one in which the authors of Argon2 write it: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$SALT$TAG}, the last two in base 64 without padding, so that what
 * was kept says by itself what it cost.
 */
record PasswordHash(Cost cost, Bytes salt, Bytes tag) {

  /** RFC 9106 section 4: a salt of 128 bits and a tag of 256. */
  static final int SALT_BYTES = 16;

  private static final int TAG_BYTES = 32;

  private static final Pattern TEXT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  /**
   * What a hash costs whoever makes it.
   *
   * @param memoryKib memory in KiB
   * @param passes over the memory
   * @param lanes of the memory
   */
  record Cost(int memoryKib, int passes, int lanes) {

    /**
     * The least that OWASP's Password Storage Cheat Sheet asks of Argon2id (2024): 19 MiB, 2, 1.
     */
    static final Cost USUAL = new Cost(19 * 1024, 2, 1);

    /** Whether it is less than the other in any way. */
    boolean isBelow(Cost other) {
      return memoryKib < other.memoryKib || passes < other.passes || lanes < other.lanes;
    }
  }

  /** The password's hash with this salt. */
  static PasswordHash of(String password, Bytes salt, Cost cost) {
    return new PasswordHash(cost, salt, tag(password, salt, cost, TAG_BYTES));
  }

  /** The hash that the text says; empty where it says none. */
  static Optional<PasswordHash> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
    return Optional.of(new PasswordHash(cost, bytes(parts, 4), bytes(parts, 5)));
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static Bytes bytes(Matcher parts, int group) {
    return Bytes.copyOf(Base64.getDecoder().decode(parts.group(group)));
  }

  boolean isOf(String password) {
    return MessageDigest.isEqual(tag.toArray(), tag(password, salt, cost, tag.size()).toArray());
  }

  private static Bytes tag(String password, Bytes salt, Cost cost, int size) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.passes())
            .withParallelism(cost.lanes())
            .withSalt(salt.toArray())
            .build());
    byte[] tag = new byte[size];
    argon2.generateBytes(composed(password), tag);
    return Bytes.copyOf(tag);
  }

  /** NIST SP 800-63B section 5.1.1.2: the same letters, however a keyboard composes them. */
  private static byte[] composed(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
  }

  /** As it is kept. */
  String text() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.passes(),
            cost.lanes(),
            BASE64.encodeToString(salt.toArray()),
            BASE64.encodeToString(tag.toArray()));
  }

  /** Says nothing: what is kept of a password can be guessed at. */
  @Override
  public String toString() {
    return "PasswordHash";
  }
}
