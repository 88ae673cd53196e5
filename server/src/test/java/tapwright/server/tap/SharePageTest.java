package tapwright.server.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.ndef.Contact;

class SharePageTest {

  private static final String FILE = "./SLUG/contact.vcf";

  @Test
  void allThatIsKnown_isOnThePage() {
    String page =
        page(
            new Contact(
                "Sample Person",
                "Head of Samples",
                "Example Ltd",
                "+1 (202) 555-0123",
                "sample@example.com",
                "https://example.com/a?b=1&c=2"));

    assertTrue(page.contains("<h1 dir=\"auto\">Sample Person</h1>"), page);
    assertTrue(page.contains("<p dir=\"auto\">Head of Samples</p>"), page);
    assertTrue(page.contains("<p dir=\"auto\">Example Ltd</p>"), page);
    assertTrue(page.contains("href=\"tel:+12025550123\">+1 (202) 555-0123</a>"), page);
    assertTrue(page.contains("href=\"mailto:sample@example.com\">sample@example.com</a>"), page);
    assertTrue(
        page.contains("href=\"https://example.com/a?b=1&amp;c=2\">example.com/a?b=1&amp;c=2</a>"),
        page);
    assertTrue(page.contains("href=\"./SLUG/contact.vcf\">Save contact</a>"), page);
  }

  @Test
  void whatIsNotKnown_takesNoPlace() {
    String page = page(named("Sample Person"));

    assertFalse(page.contains("<p"), page);
    assertFalse(page.contains("<dl>"), page);
  }

  /** A contact is what somebody typed: it may hold marks of HTML, and places of the page itself. */
  @Test
  void whatSomebodyTyped_staysText() {
    String page =
        page(
            new Contact(
                "<script>alert('1')</script>{file}$1\\",
                "\"><img src=x>",
                "{ways}",
                "",
                "\"a'<b>\"@example.com",
                ""));

    assertFalse(page.contains("<script") || page.contains("<img") || page.contains("<b>"), page);
    assertTrue(
        page.contains(
            "<h1 dir=\"auto\">&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;{file}$1\\</h1>"),
        page);
    assertTrue(page.contains("<p dir=\"auto\">{ways}</p>"), page);
    assertTrue(page.contains("mailto:%22a%27%3Cb%3E%22@example.com"), page);
  }

  @ParameterizedTest
  @CsvSource({
    "030/1234567,          tel:0301234567",
    "+49 30 1234567 x 12,  tel:+49301234567",
    "+1.202.555.0123#9,    tel:+12025550123",
    "'+12025550123,,9',    tel:+12025550123"
  })
  void phones_areDialledWithoutWhatFollows(String phone, String link) {
    Contact contact = new Contact("Sample Person", "", "", phone, "", "");

    assertTrue(page(contact).contains("href=\"" + link + "\">"), page(contact));
  }

  @Test
  void mail_beginsNoFieldsOfItsOwn() {
    Contact contact =
        new Contact("Sample Person", "", "", "", "a?cc=b&x=%41@example.com?bcc=c", "");

    assertTrue(
        page(contact).contains("href=\"mailto:a%3Fcc%3Db%26x%3D%2541@example.com%3Fbcc%3Dc\""));
  }

  @ParameterizedTest
  @CsvSource({
    "Sample Person,         Sample-Person",
    "'a\"; b=\\c/../d',     a-b-c-d",
    "محمد عبد الله,         contact",
    "-- Ada --,             Ada"
  })
  void files_haveNamesThatEverySystemTakes(String name, String file) {
    assertEquals("attachment; filename=\"" + file + ".vcf\"", ContactFile.disposition(named(name)));
  }

  @Test
  void files_haveShortNames() {
    assertEquals(
        "attachment; filename=\"" + "a".repeat(60) + ".vcf\"",
        ContactFile.disposition(named("a".repeat(100))));
  }

  @ParameterizedTest
  @CsvSource({"/s/SLUG", "//s/SLUG", "/s/./SLUG"})
  void theFile_isAlwaysOnThePagesOwnHost(String path) {
    assertEquals(FILE, ContactFile.besidePage(path));
  }

  private static Contact named(String name) {
    return new Contact(name, "", "", "", "", "");
  }

  private static String page(Contact contact) {
    return SharePage.of(contact, FILE).toString();
  }
}
