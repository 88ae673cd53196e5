package tapwright.server.notify.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import tapwright.core.notice.MailKind;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailOutcome;
import tapwright.core.notice.MailTemplate;
import tapwright.server.app.mail.MailPhrases;

/** {@link MailPhrases} that come with the program, a file a language. */
public final class ShippedPhrases implements MailPhrases {

  private final Map<MailLanguage, Properties> phrases = new EnumMap<>(MailLanguage.class);

  private ShippedPhrases() {}

  /** Reads all of them; a phrase that is missing is a defect that shows here. */
  public static ShippedPhrases read() {
    ShippedPhrases shipped = new ShippedPhrases();
    for (MailLanguage language : MailLanguage.values()) {
      shipped.phrases.put(language, file(language));
      for (MailKind kind : MailKind.values()) {
        shipped.template(kind, language);
      }
      for (MailOutcome outcome : MailOutcome.values()) {
        shipped.outcome(outcome, language);
      }
    }
    return shipped;
  }

  private static Properties file(MailLanguage language) {
    String name = language.tag() + ".properties";
    try (InputStream file =
        Objects.requireNonNull(ShippedPhrases.class.getResourceAsStream(name), name)) {
      Properties read = new Properties();
      read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public MailTemplate template(MailKind kind, MailLanguage language) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(phrase(language, "greeting"));
    paragraphs.addAll(List.of(phrase(language, kind.word() + ".text").split("\n\n", -1)));
    paragraphs.add(phrase(language, "more"));
    paragraphs.add(phrase(language, "reference"));
    return new MailTemplate(language, phrase(language, kind.word() + ".subject"), paragraphs);
  }

  @Override
  public String outcome(MailOutcome outcome, MailLanguage language) {
    return phrase(language, "outcome." + outcome.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Optional<String> evidence(String word, MailLanguage language) {
    return Optional.ofNullable(
        Objects.requireNonNull(phrases.get(language)).getProperty("missing." + word));
  }

  @Override
  public String comma(MailLanguage language) {
    return phrase(language, "comma") + " ";
  }

  private String phrase(MailLanguage language, String key) {
    String phrase = Objects.requireNonNull(phrases.get(language)).getProperty(key, "");
    if (phrase.isBlank()) {
      throw new IllegalStateException("no phrase " + key + " in " + language);
    }
    return phrase;
  }
}
