package tapwright.core.notice;

/**
 * A mail as a person reads it.
 *
 * @param subject one line
 * @param text for programs that show no HTML, "format=flowed" (RFC 3676)
 * @param html the same, with language and direction
 */
public record MailText(MailLanguage language, String subject, String text, String html) {

  /** Without its text, which speaks to a person. */
  @Override
  public String toString() {
    return "a mail in " + language;
  }
}
