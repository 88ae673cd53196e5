package tapwright.core.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a mail with places for values, each a name in braces.
 *
 * @param subject whose values are always there
 * @param paragraphs of which one with a value that is not there is left out
 */
public record MailTemplate(MailLanguage language, String subject, List<String> paragraphs) {

  private static final char FIRST_STRONG_ISOLATE = '\u2068';

  private static final char POP_ISOLATE = '\u2069';

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** What a line break in a value would let it do in a header. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private static final String LINK_PLACE = "link";

  private static final Pattern LINK = Pattern.compile("https://[^\\s<>\"']+");

  public MailTemplate {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The mail with these values. */
  public MailText render(Map<String, String> values) {
    String line =
        filled(subject, values, MailTemplate::plain)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("values for " + subject + ": " + values.keySet()));
    List<String> written =
        paragraphs.stream().flatMap(one -> filled(one, values, this::apart).stream()).toList();
    return new MailText(
        language,
        line,
        written.stream().map(FlowedText::of).collect(Collectors.joining("\n\n")) + "\n",
        html(line, written, link(values)));
  }

  /** The names of all places. */
  public List<String> places() {
    return PLACE
        .matcher(subject + String.join(" ", paragraphs))
        .results()
        .map(place -> place.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  /** How a value stands at its place. */
  private interface Form {
    String of(String place, String value);
  }

  private static Optional<String> filled(String words, Map<String, String> values, Form form) {
    boolean whole =
        PLACE.matcher(words).results().allMatch(place -> values.containsKey(place.group(1)));
    return whole
        ? Optional.of(
            PLACE
                .matcher(words)
                .replaceAll(
                    place ->
                        Matcher.quoteReplacement(
                            form.of(place.group(1), values.getOrDefault(place.group(1), "")))))
        : Optional.empty();
  }

  private static String plain(String place, String value) {
    return BREAKS.matcher(value).replaceAll(" ");
  }

  /**
   * In words that run from right to left, values that do not are kept in order by isolates (Unicode
   * UAX 9). Not so the link: a program that makes it one to click on would take the mark for a
   * part.
   */
  private String apart(String place, String value) {
    String plain = plain(place, value);
    return language.runsLeft() && !place.equals(LINK_PLACE)
        ? FIRST_STRONG_ISOLATE + plain + POP_ISOLATE
        : plain;
  }

  /** The one value that is a link; others may look like one and lead anywhere. */
  private static Optional<String> link(Map<String, String> values) {
    return Optional.of(values.getOrDefault(LINK_PLACE, ""))
        .filter(value -> LINK.matcher(value).matches());
  }

  private String html(String title, List<String> written, Optional<String> link) {
    String body =
        written.stream()
            .map(one -> "<p>" + linked(escaped(one), link) + "</p>\n")
            .collect(Collectors.joining());
    return """
    <!DOCTYPE html>
    <html lang="%s" dir="%s">
    <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>%s</title></head>
    <body style="margin: 0 auto; padding: 1em; max-width: 36em; font: 1em/1.5 sans-serif; \
    overflow-wrap: anywhere">
    %s</body>
    </html>
    """
        .formatted(language.tag(), language.direction(), escaped(title), body);
  }

  private static String linked(String text, Optional<String> link) {
    return link.map(MailTemplate::escaped)
        .map(to -> text.replace(to, "<a href=\"" + to + "\">" + to + "</a>"))
        .orElse(text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
