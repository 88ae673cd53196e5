package tapwright.server.notify.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import tapwright.server.app.mail.MailPost;

/** A mail in the form in which it leaves (RFC 5322, with the parts of RFC 2046). */
final class MailFile {

  private static final String LINE = "\r\n";

  /** Half of what an encoded word may hold (RFC 2047 section 2), whatever the script. */
  private static final int WORD_POINTS = 10;

  static final MailPost.Posted NO_ADDRESS =
      new MailPost.Posted.Refused("the address is none that mail can be sent to");

  private MailFile() {}

  static String of(MailPost.Letter letter, String from, MailAddress to, Instant now) {
    String boundary = "part-" + letter.id();
    return String.join(
        LINE,
        "From: <" + from + ">",
        "To: <" + to.text() + ">",
        "Subject: " + words(letter.text().subject()),
        "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
        "Message-ID: <" + letter.id() + from.substring(from.indexOf('@')) + ">",
        "Content-Language: " + letter.text().language().tag(),
        // RFC 3834 section 5: nobody's absence note shall answer.
        "Auto-Submitted: auto-generated",
        "MIME-Version: 1.0",
        "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"",
        "",
        part(boundary, "text/plain; format=flowed", letter.text().text())
            + part(boundary, "text/html", letter.text().html())
            + "--"
            + boundary
            + "--",
        "");
  }

  private static String part(String boundary, String type, String text) {
    return String.join(
        LINE,
        "--" + boundary,
        "Content-Type: " + type + "; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        Base64.getMimeEncoder()
            .encodeToString(text.replace("\n", LINE).getBytes(StandardCharsets.UTF_8)),
        "");
  }

  /** Encoded words, none of which breaks a character. */
  private static String words(String text) {
    StringBuilder words = new StringBuilder();
    int[] points = text.codePoints().toArray();
    for (int at = 0; at < points.length; at += WORD_POINTS) {
      String some = new String(points, at, Math.min(WORD_POINTS, points.length - at));
      words
          .append(at == 0 ? "" : LINE + " ")
          .append("=?utf-8?B?")
          .append(Base64.getEncoder().encodeToString(some.getBytes(StandardCharsets.UTF_8)))
          .append("?=");
    }
    return words.toString();
  }
}
