package tapwright.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import tapwright.core.Bytes;

/**
 * What a browser keeps for a while after a counted hit, so that a second one is a repeat.
 *
 * <p>Its text is the second of the hit and a tag over link and second. Nothing is kept on the
 * server, any node can check it, and it says nothing of who the browser is.
 */
public final class BrowserMark {

  /** How long a second hit of one browser counts as the same. */
  public static final Duration FRESH = Duration.ofSeconds(30);

  /** How long a contact that is saved belongs to the visit of the page that showed it. */
  public static final Duration FRESH_FOR_SAVING = Duration.ofMinutes(30);

  private static final int TAG_BYTES = 12;
  private static final int RADIX = 36;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** One a thread, since setting one up costs more than a tag. */
  private final ThreadLocal<Mac> macs;

  /** The mark that a thread made last: a card that is hit all the time has one a second. */
  private final ThreadLocal<Made> last;

  public BrowserMark(Keys keys) {
    SecretKey key = keys.hmac("browser mark");
    this.macs = ThreadLocal.withInitial(() -> Keys.mac(key));
    this.last = ThreadLocal.withInitial(() -> made("", 0));
  }

  private record Made(String link, long second, String mark) {}

  /** The mark of a hit on the link at the instant. */
  public String of(String link, Instant at) {
    Made made = last.get();
    if (made.second() != at.getEpochSecond() || !made.link().equals(link)) {
      made = made(link, at.getEpochSecond());
      last.set(made);
    }
    return made.mark();
  }

  private Made made(String link, long second) {
    return new Made(link, second, text(link, second));
  }

  /** Whether it is the mark of a hit on the link that is younger than the limit. */
  public boolean isFresh(String mark, String link, Instant now, Duration limit) {
    int dot = mark.indexOf('.');
    OptionalLong second = dot < 0 ? OptionalLong.empty() : second(mark.substring(0, dot));
    if (second.isEmpty()) {
      return false;
    }
    long age = now.getEpochSecond() - second.getAsLong();
    return age >= 0
        && age < limit.toSeconds()
        && MessageDigest.isEqual(
            Bytes.ofUtf8(mark).toArray(), Bytes.ofUtf8(text(link, second.getAsLong())).toArray());
  }

  private String text(String link, long second) {
    String digits = Long.toString(second, RADIX);
    byte[] tag = macs.get().doFinal((link + " " + digits).getBytes(StandardCharsets.UTF_8));
    return digits + "." + BASE64.encodeToString(Arrays.copyOf(tag, TAG_BYTES));
  }

  private static OptionalLong second(String digits) {
    try {
      return OptionalLong.of(Long.parseLong(digits, RADIX));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
