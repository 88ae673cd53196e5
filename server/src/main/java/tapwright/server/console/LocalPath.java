package tapwright.server.console;

import java.util.regex.Pattern;

/**
 * A path on this host, where a browser may be led: never another host, whatever is sent.
 *
 * @param value with its query; it begins with one slash and no second one
 */
record LocalPath(String value) {

  /**
   * The characters of RFC 3986 section 3.3 and 3.4, so no backslash, which browsers take for a
   * slash, and nothing that ends a header's line.
   */
  private static final Pattern FORM =
      Pattern.compile("/(?!/)[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{0,500}");

  static final LocalPath SIGN_IN = new LocalPath("/sign-in");
  static final LocalPath ACCOUNT = new LocalPath("/account");

  LocalPath {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a path has another form than paths of ours have");
    }
  }

  /** Where the text leads on this host; the person's own page where it leads elsewhere. */
  static LocalPath orAccount(String text) {
    return FORM.matcher(text).matches() ? new LocalPath(text) : ACCOUNT;
  }
}
