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

  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** What a line break in a value would let it do in a header. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private static final Pattern LINK = Pattern.compile("https://[^\\s<>\"']+");

  public MailTemplate {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The mail with these values. */
  public MailText render(Map<String, String> values) {
    String line =
        filled(subject, values)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("values for " + subject + ": " + values.keySet()));
    List<String> written =
        paragraphs.stream().flatMap(one -> filled(one, values).stream()).toList();
    return new MailText(
        language, line, String.join("\n\n", written) + "\n", html(line, written, link(values)));
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

  private static Optional<String> filled(String words, Map<String, String> values) {
    boolean whole =
        PLACE.matcher(words).results().allMatch(place -> values.containsKey(place.group(1)));
    return whole
        ? Optional.of(
            PLACE
                .matcher(words)
                .replaceAll(
                    place ->
                        Matcher.quoteReplacement(plain(values.getOrDefault(place.group(1), "")))))
        : Optional.empty();
  }

  private static String plain(String value) {
    return BREAKS.matcher(value).replaceAll(" ");
  }

  /** The one value that is a link; others may look like one and lead anywhere. */
  private static Optional<String> link(Map<String, String> values) {
    return Optional.of(values.getOrDefault("link", ""))
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
    <head><meta charset="utf-8"><title>%s</title></head>
    <body>
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
