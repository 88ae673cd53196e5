package tapwright.core.ndef;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * A web address that a card leads to.
 *
 * @param uri absolute, http or https, printable ASCII; scheme and host are in lower case
 */
public record Link(String uri) {

  /** As long as common browsers and proxies take; a chip's capacity is reached long before. */
  public static final int MAX_CHARACTERS = 2000;

  private static final String ALLOWED =
      "an absolute http or https address of up to " + MAX_CHARACTERS + " ASCII characters";

  public Link {
    String problem = problem(uri);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException("uri is '" + uri + "': " + problem);
    }
    uri = lowerCaseBeginning(uri);
  }

  /**
   * The link in a text; white space around it is passed over.
   *
   * @param field what the text is called where it comes from, for the refusal
   */
  public static Checked<Link> of(String field, String text) {
    String stripped = text.strip();
    String problem = problem(stripped);
    return problem.isEmpty()
        ? Checked.passed(new Link(stripped))
        : Checked.refused(refusal(field, stripped, problem));
  }

  /** This link with a query parameter more, before a fragment if there is one. */
  public Link withParameter(String name, String value) {
    int fragmentAt = uri.indexOf('#');
    String address = fragmentAt < 0 ? uri : uri.substring(0, fragmentAt);
    String fragment = fragmentAt < 0 ? "" : uri.substring(fragmentAt);
    char joint = address.indexOf('?') < 0 ? '?' : '&';
    return new Link(address + joint + name + "=" + value + fragment);
  }

  /** The URI record that a tag holds for this link. */
  public NdefRecord record() {
    return Nfctools.uriRecord(uri);
  }

  @Override
  public String toString() {
    return uri;
  }

  /** Why the text is no link; empty when it is one. */
  private static String problem(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    if (text.length() > MAX_CHARACTERS) {
      return "it has " + text.length() + " characters";
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return "character " + (i + 1) + " is not printable ASCII, percent-encode it";
      }
    }
    try {
      return problem(new URI(text));
    } catch (URISyntaxException e) {
      return e.getReason() + " at character " + (e.getIndex() + 1);
    }
  }

  private static String problem(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return scheme.isEmpty() ? "it has no scheme" : "its scheme is " + scheme;
    }
    if (uri.getHost() == null) {
      return "it names no host";
    }
    return uri.getUserInfo() == null ? "" : "it has a user name before its host";
  }

  /** Scheme and host are the same in either case (RFC 3986, section 6.2.2.1). */
  private static String lowerCaseBeginning(String text) {
    String authority = URI.create(text).getRawAuthority();
    int end = text.indexOf("://") + "://".length() + authority.length();
    return text.substring(0, end).toLowerCase(Locale.ROOT) + text.substring(end);
  }

  private static Refusal refusal(String field, String seen, String problem) {
    return NdefRefusal.LINK.with(
        "field", field, "seen", Shown.shortened(seen), "problem", problem, "allowed", ALLOWED);
  }
}
