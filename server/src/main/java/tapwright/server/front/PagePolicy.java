package tapwright.server.front;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Content-Security-Policy of a page that brings its styles along and runs nothing (CSP Level 3
 * section 6.7.3.3: a style element is taken by the hash of its text).
 */
public final class PagePolicy {

  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private PagePolicy() {}

  /** The policy of the pages: each of their style elements, and nothing else. */
  public static String of(String... pages) {
    StringBuilder styles = new StringBuilder();
    Matcher style = STYLE.matcher(String.join("\n", pages));
    while (style.find()) {
      styles.append(" 'sha256-").append(hash(style.group(1))).append('\'');
    }
    return "default-src 'none'; style-src"
        + (styles.isEmpty() ? " 'none'" : styles)
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
