package tapwright.server.console;

import static tapwright.server.page.Template.escaped;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tapwright.core.Bytes;
import tapwright.server.page.Template;

/** The frame of all pages: the product's look, and the policy by which browsers let it be shown. */
final class Page {

  private static final Template FRAME = Template.of(Page.class, "page.html");
  private static final String STYLE =
      Template.of(Page.class, "page.css").filled(Map.of()).toString();

  /** Only this style, known by its hash. */
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + hash(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private Page() {}

  /** A page, ready to be sent. */
  record Filled(String html, String policy) {}

  /**
   * A page.
   *
   * @param main what is between its heading and its end, as HTML
   */
  static Filled of(String title, String main) {
    String html =
        FRAME.filled(Map.of("title", escaped(title), "style", STYLE, "main", main)).toString();
    return new Filled(html, POLICY);
  }

  private static String hash(String style) {
    return Base64.getEncoder()
        .encodeToString(Bytes.copyOf(style.getBytes(StandardCharsets.UTF_8)).sha256().toArray());
  }
}
