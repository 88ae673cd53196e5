package tapwright.server.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.notice.MailKind;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailOutcome;
import tapwright.core.notice.MailText;

/** Every mail in every language. */
class ShippedPhrasesTest {

  private static final ShippedPhrases SHIPPED = ShippedPhrases.read();

  private static MailText rendered(MailKind kind, MailLanguage language) {
    return SHIPPED
        .template(kind, language)
        .render(
            Map.of(
                "name", "Sample",
                "order", "A-1",
                "claim", "C-1",
                "outcome", SHIPPED.outcome(MailOutcome.REFUND, language),
                "missing", "a-photo",
                "rma", "R-1",
                "amount", "49.00",
                "link", "https://shop.example.com/c"));
  }

  @Test
  void everyMail_inEveryLanguage_isFilled() {
    for (MailKind kind : MailKind.values()) {
      for (MailLanguage language : MailLanguage.values()) {
        MailText mail = rendered(kind, language);
        String all = mail.subject() + mail.text() + mail.html();
        assertFalse(all.contains("{") || all.contains("}"), all);
        assertTrue(mail.subject().contains("A-1"), all);
        assertTrue(mail.text().contains("https://shop.example.com/c"), all);
        assertTrue(
            mail.html()
                .contains(
                    "<html lang=\"%s\" dir=\"%s\">"
                        .formatted(language.tag(), language.direction())),
            all);
      }
    }
  }

  @Test
  void languages_haveTheSamePlaces() {
    for (MailKind kind : MailKind.values()) {
      List<String> places = SHIPPED.template(kind, MailLanguage.ENGLISH).places();
      for (MailLanguage language : MailLanguage.values()) {
        assertEquals(places, SHIPPED.template(kind, language).places(), kind + " " + language);
      }
    }
  }

  @Test
  void languages_reallyDiffer_paragraphByParagraph() {
    for (MailKind kind : MailKind.values()) {
      Set<String> seen = new HashSet<>();
      for (MailLanguage language : MailLanguage.values()) {
        assertTrue(seen.add(SHIPPED.template(kind, language).subject()), kind + " " + language);
        for (String paragraph : SHIPPED.template(kind, language).paragraphs()) {
          assertTrue(seen.add(paragraph), kind + " " + language + ": " + paragraph);
        }
      }
    }
  }

  @Test
  void outcomes_areToldApartInEveryLanguage() {
    long said =
        Arrays.stream(MailLanguage.values())
            .flatMap(
                language ->
                    Arrays.stream(MailOutcome.values())
                        .map(outcome -> SHIPPED.outcome(outcome, language)))
            .distinct()
            .count();
    assertEquals((long) MailLanguage.values().length * MailOutcome.values().length, said);
  }

  /** What the shipped packs ask customers for. */
  @Test
  void evidence_isToldApartInEveryLanguage() {
    List<String> words =
        List.of(
            "description",
            "screenshot",
            "photo-product",
            "photo-packaging",
            "order-number",
            "reason",
            "owner-verified",
            "written");
    Set<String> seen = new HashSet<>();
    for (MailLanguage language : MailLanguage.values()) {
      for (String word : words) {
        assertTrue(seen.add(SHIPPED.evidence(word, language).orElseThrow()), word);
      }
    }
    assertEquals(Optional.empty(), SHIPPED.evidence("holidays 2026", MailLanguage.ENGLISH));
  }

  @Test
  void everyMail_fitsANarrowWindow() {
    for (MailKind kind : MailKind.values()) {
      for (MailLanguage language : MailLanguage.values()) {
        String text = rendered(kind, language).text();
        // 72 letters; the marks over and under them come on top.
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
      }
    }
  }

  @Test
  void scripts_areThoseOfTheLanguages() {
    Map<MailLanguage, UnicodeScript> scripts =
        Map.of(
            MailLanguage.ENGLISH, UnicodeScript.LATIN,
            MailLanguage.VIETNAMESE, UnicodeScript.LATIN,
            MailLanguage.INDONESIAN, UnicodeScript.LATIN,
            MailLanguage.ARABIC, UnicodeScript.ARABIC,
            MailLanguage.HINDI, UnicodeScript.DEVANAGARI);
    scripts.forEach(
        (language, script) -> {
          for (MailKind kind : MailKind.values()) {
            String words =
                String.join("", SHIPPED.template(kind, language).paragraphs())
                    .replaceAll("\\{\\w+}", "");
            assertTrue(
                words
                    .codePoints()
                    .filter(Character::isLetter)
                    .allMatch(point -> UnicodeScript.of(point) == script),
                language + ": " + words);
          }
        });
  }
}
