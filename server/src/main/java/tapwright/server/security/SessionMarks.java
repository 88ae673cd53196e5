package tapwright.server.security;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import tapwright.core.Bytes;

/** What a browser holds of a session: the secret in its cookie, and the mark in its forms. */
public final class SessionMarks {

  /** 256 bits, four times what OWASP's Session Management Cheat Sheet asks for. */
  private static final int SECRET_BYTES = 32;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecretKey formKey;
  private final RandomGenerator random;

  /** The generator must be one whose next value cannot be guessed. */
  public SessionMarks(Keys keys, RandomGenerator random) {
    this.formKey = keys.hmac("forms of sessions");
    this.random = random;
  }

  /** A new secret for a cookie. */
  public String draw() {
    byte[] bits = new byte[SECRET_BYTES];
    random.nextBytes(bits);
    return BASE64.encodeToString(bits);
  }

  /** What is kept of a secret: SHA-256, which tells nobody the secret. */
  public Bytes hash(String secret) {
    return Bytes.ofUtf8(secret).sha256();
  }

  /** The mark that proves that a request was made on a page of this session. */
  public String formMark(Bytes session) {
    return BASE64.encodeToString(Keys.tag(formKey, session.toHex()).toArray());
  }

  /** Whether the mark is this session's; every character is compared, right or wrong. */
  public boolean isFormMark(String mark, Bytes session) {
    return MessageDigest.isEqual(
        Bytes.ofUtf8(mark).toArray(), Bytes.ofUtf8(formMark(session)).toArray());
  }
}
