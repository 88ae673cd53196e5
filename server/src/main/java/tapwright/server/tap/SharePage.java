package tapwright.server.tap;

import static tapwright.server.page.Template.escaped;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import tapwright.core.ndef.Contact;
import tapwright.server.page.Template;

/** The page that shows whose card it is and gives the contact away: whole and without scripts. */
final class SharePage {

  private static final Template TEMPLATE = CardResponses.template(CardResponses.SHARE_PAGE);

  /** Where a number to dial ends: what follows is an extension, a pause or a service code. */
  private static final Pattern EXTENSION = Pattern.compile("[,;x*#].*");

  private static final Pattern SEPARATORS = Pattern.compile("[^0-9+]");

  private static final Pattern SCHEME = Pattern.compile("^https?://");

  private SharePage() {}

  /**
   * The page of the contact.
   *
   * @param file where the contact is to be had as a file, as a link from the page
   */
  static Buffer of(Contact contact, String file) {
    return TEMPLATE.filled(
        Map.of(
            "name", escaped(contact.name()),
            "lines", line(contact.title()) + line(contact.company()),
            "ways", ways(contact),
            "file", escaped(file)));
  }

  private static String line(String text) {
    return text.isEmpty() ? "" : "<p dir=\"auto\">" + escaped(text) + "</p>\n";
  }

  private static String ways(Contact contact) {
    String ways =
        way("Phone", contact.phone(), phoneLink(contact.phone()))
            + way("Email", contact.email(), mailLink(contact.email()))
            + way("Web", shortened(contact.url()), contact.url());
    return ways.isEmpty() ? "" : "<dl>\n" + ways + "</dl>\n";
  }

  private static String way(String what, String shown, String link) {
    return shown.isEmpty()
        ? ""
        : "<div><dt>%s</dt><dd><a rel=\"noreferrer\" href=\"%s\">%s</a></dd></div>\n"
            .formatted(what, escaped(link), escaped(shown));
  }

  /** RFC 3966, section 3: digits, with a plus before those that count from abroad. */
  private static String phoneLink(String phone) {
    String dialled = EXTENSION.matcher(phone).replaceFirst("");
    return "tel:" + SEPARATORS.matcher(dialled).replaceAll("");
  }

  /** RFC 6068, section 2: what would begin the fields of a message is escaped. */
  private static String mailLink(String email) {
    int at = email.lastIndexOf('@');
    return at < 0
        ? ""
        : "mailto:" + inUrl(email.substring(0, at)) + "@" + inUrl(email.substring(at + 1));
  }

  /** As people write an address: without what each begins with. */
  private static String shortened(String url) {
    return SCHEME.matcher(url).replaceFirst("");
  }

  private static String inUrl(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
