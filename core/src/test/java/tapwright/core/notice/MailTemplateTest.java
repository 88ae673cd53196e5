package tapwright.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.pack.Outcome;

class MailTemplateTest {

  private static final MailTemplate TEMPLATE =
      new MailTemplate(
          MailLanguage.ARABIC, "Order {order}", List.of("Hello {name}", "See {link}", "End"));

  @Test
  void paragraphWithoutItsValue_isLeftOut() {
    MailText text = TEMPLATE.render(Map.of("order", "A-1", "name", "Sample"));

    assertEquals("Order A-1", text.subject());
    assertEquals("Hello \u2068Sample\u2069\n\nEnd\n", text.text());
    assertTrue(text.html().contains("<html lang=\"ar\" dir=\"rtl\">"), text.html());
  }

  @Test
  void values_areTextAndNothingElse() {
    MailText text =
        TEMPLATE.render(
            Map.of(
                "order", "A-1\r\nBcc: x@example.com",
                "name", "<b onclick='x'>{link} $1 https://elsewhere.example.com",
                "link", "https://shop.example.com/?a=1&b=2"));

    assertEquals("Order A-1 Bcc: x@example.com", text.subject());
    assertFalse(text.html().contains("<b "), text.html());
    assertTrue(text.text().contains("{link} $1 https://elsewhere"), text.text());
    assertTrue(text.text().contains("See https://shop.example.com/?a=1&b=2\n"), text.text());
    assertFalse(text.html().contains("href=\"https://elsewhere"), text.html());
    assertTrue(
        text.html().contains("<a href=\"https://shop.example.com/?a=1&amp;b=2\">"), text.html());
  }

  @Test
  void linkThatIsNone_isShownAsText() {
    String html =
        TEMPLATE.render(Map.of("order", "A", "name", "B", "link", "javascript:x()")).html();
    assertFalse(html.contains("href"), html);
  }

  @Test
  void subjectWithoutItsValue_isADefect() {
    assertThrows(IllegalArgumentException.class, () -> TEMPLATE.render(Map.of("name", "Sample")));
  }

  @Test
  void everyOutcomeOfADecision_isSaidInAMail() {
    for (Outcome outcome : Outcome.values()) {
      assertEquals(Optional.of(MailOutcome.of(outcome)), MailOutcome.of(outcome.word()));
    }
    assertEquals(Optional.empty(), MailOutcome.of("something else"));
  }
}
