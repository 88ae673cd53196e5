package tapwright.server.tap;

import java.util.regex.Pattern;
import tapwright.core.ndef.Contact;

/** A contact as a file to save. */
final class ContactFile {

  /** What its path has after that of the page. */
  static final String PATH_END = "/contact.vcf";

  private static final int LONGEST_NAME = 60;
  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9]+");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

  private ContactFile() {}

  /**
   * Where the file is to be had, as its page says it: beside it, under the page's last segment. A
   * path from the root would name another host where a request's path begins with two slashes (RFC
   * 3986, section 4.2).
   */
  static String besidePage(String pagePath) {
    return "./" + pagePath.substring(pagePath.lastIndexOf('/') + 1) + PATH_END;
  }

  /**
   * Content-Disposition with a name that every system takes (RFC 6266, section 4.3): letters and
   * digits of ASCII, and hyphens between them.
   */
  static String disposition(Contact contact) {
    String letters = NO_NAME.matcher(contact.name()).replaceAll("-");
    String shortened = letters.substring(0, Math.min(letters.length(), LONGEST_NAME));
    String name = OUTER_HYPHENS.matcher(shortened).replaceAll("");
    return "attachment; filename=\"" + (name.isEmpty() ? "contact" : name) + ".vcf\"";
  }
}
