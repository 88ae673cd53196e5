package tapwright.server.page;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places like {@code {name}} that are filled in all at once. */
public final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /** The page of that name beside the class that shows it. */
  public static Template of(Class<?> beside, String resource) {
    try (InputStream page =
        Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
      return new Template(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page with its places empty. */
  public String text() {
    return text;
  }

  /** The page with each place filled in; what fills one in is not searched for places again. */
  public Buffer filled(Map<String, String> html) {
    return Buffer.buffer(
        PLACE
            .matcher(text)
            .replaceAll(
                place ->
                    Matcher.quoteReplacement(
                        Objects.requireNonNull(html.get(place.group(1)), place.group(1)))));
  }

  /** Text as it stands in HTML, in elements and in quoted attributes alike. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
