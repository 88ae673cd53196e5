package tapwright.core.ndef;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

class ContactTest {

  private static final String FULL =
      """
      BEGIN:VCARD\r
      VERSION:3.0\r
      N:;Jürgen Müller\r
      FN:Jürgen Müller\r
      ORG:Beispiel\\, Söhne & Co.\r
      TITLE:Geschäftsführer\r
      TEL:+49 30 1234567\r
      EMAIL:juergen@example.com\r
      URL:https://example.com/juergen\r
      END:VCARD\r
      """;

  @Test
  void record_allFields_isVCard30InUtf8WithoutProdId() {
    Contact contact =
        new Contact(
            "Jürgen Müller",
            "Geschäftsführer",
            "Beispiel, Söhne & Co.",
            "+49 30 1234567",
            "juergen@example.com",
            "https://example.com/juergen");
    assertEquals(FULL, contact.record().payload().toUtf8());
    assertEquals(FULL, contact.vCard().toUtf8());
    assertTrue(contact.record().isMediaType("TEXT/VCARD"));
  }

  @Test
  void record_nameAlone_hasNoEmptyFields() {
    assertEquals(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ada\r\nFN:Ada\r\nEND:VCARD\r\n",
        named("Ada").record().payload().toUtf8());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jürgen Groß",
        "محمد عبد الله",
        "Nguyễn Thị Ánh Nguyệt",
        "张伟",
        "山田 太郎",
        "Zoë 🚀",
        "👩‍👩‍👧‍👦 Family",
        "O'Brien; Sons, \\ & Co: \"x\"",
        "می‌خواهم"
      })
  void record_anyScript_isReadBackByTheTagAndByAVCardReader(String name) {
    NdefMessage message = NdefMessage.of(named(name).record());
    NdefRecord read = NdefMessage.decode(message.encode()).orThrow().records().getFirst();
    assertEquals(named(name).record().payload(), read.payload());
    VCard vcard = Ezvcard.parse(read.payload().toUtf8()).first();
    assertEquals(name, vcard.getFormattedName().getValue());
    assertEquals(name, vcard.getStructuredName().getGiven());
  }

  @Test
  void record_longLine_isNotFolded() {
    String name = "ü".repeat(Contact.MAX_TEXT);
    assertTrue(named(name).record().payload().toUtf8().contains("FN:" + name + "\r\n"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          name    | "  "            | contact-missing   | name is empty; allowed are 1 to 100 characters
          phone   | call me         | contact-form      | phone is 'call me'; allowed is digits, spaces and + ( ) . , / * # ; x -
          email   | a@b@example.com | contact-form      | email is 'a@b@example.com'; allowed is one address, as name@example.com
          email   | nobody          | contact-form      | email is 'nobody'; allowed is one address, as name@example.com
          url     | example.com     | link-not-usable   | url is 'example.com': it has no scheme; allowed is an absolute http or https address of up to 2000 ASCII characters
          """,
      delimiter = '|',
      quoteCharacter = '"')
  void of_badField_isRefusedWithFieldValueAndAllowed(
      String field, String value, String code, String message) {
    Refusal refusal = refusalOf(field, value);
    assertEquals(code, refusal.code().code());
    assertEquals(message, refusal.message());
  }

  @ParameterizedTest
  @CsvSource({"name, 7", "name, A", "title, 202E", "title, 2066", "company, 2028", "phone, D800"})
  void of_characterThatDoesNotShow_isRefusedByItsNumber(String field, String hexadecimal) {
    int codePoint = Integer.parseInt(hexadecimal, 16);
    Refusal refusal = refusalOf(field, "a" + Character.toString(codePoint) + "b");
    assertEquals(NdefRefusal.CONTACT_CHARACTER, refusal.code());
    assertEquals(
        String.format(
            Locale.ROOT,
            "%s has the character U+%04X at position 2; allowed are characters that show, spaces"
                + " and joiners",
            field,
            codePoint),
        refusal.message());
  }

  @ParameterizedTest
  @CsvSource({"name, 100", "title, 100", "company, 100", "phone, 40", "email, 254"})
  void of_fieldLength_isTakenUpToTheLimit(String field, int max) {
    String longest = field.equals("email") ? "a@" + "b".repeat(max - 2) : "1".repeat(max);
    assertTrue(with(field, longest) instanceof Checked.Passed);
    Refusal refusal = refusalOf(field, longest + "1");
    assertEquals(
        field + " has " + (max + 1) + " characters; allowed are up to " + max, refusal.message());
  }

  @Test
  void of_charactersBeyondThePlane_countOnce() {
    assertTrue(with("name", "🚀".repeat(Contact.MAX_TEXT)) instanceof Checked.Passed);
  }

  @Test
  void of_twoFaults_givesTheFirstInFieldOrder() {
    Checked<Contact> both = Contact.of("", "", "", "x", "", "");
    assertTrue(
        both instanceof Checked.Refused<Contact>(Refusal refusal)
            && refusal.code() == NdefRefusal.CONTACT_MISSING);
    assertThrows(IllegalArgumentException.class, () -> new Contact("", "", "", "x", "", ""));
  }

  @Test
  void aContact_namesNobodyWhereItIsShown() {
    Contact contact = new Contact("Ada Sample", "", "", "", "ada@example.com", "");
    IllegalArgumentException unfit =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Contact("Ada Sample", "", "", "", "ada(at)example.com", ""));

    assertEquals("a contact", contact.toString());
    assertEquals("a contact has contact-form", unfit.getMessage());
  }

  @Test
  void of_whiteSpaceAround_isPassedOver() {
    assertEquals(named("Ada"), Contact.of(" Ada ", "", "", "\t", "", "").orThrow());
  }

  @Test
  void vcardFile_soundFile_goesOntoTheTagByteForByte() {
    Bytes file = Bytes.ofUtf8("BEGIN:VCARD\nVERSION:4.0\nFN:张伟\nEND:VCARD\n");
    assertEquals(file, VCardFile.of(file).orThrow().record().payload());
  }

  @ParameterizedTest
  @CsvSource({
    "'', does not begin",
    "hello, does not begin",
    "'BEGIN:VCARD\nFN:a', does not begin",
    "'BEGIN:VCARD\nFN:a\nEND:VCARD\nBEGIN:VCARD\nFN:b\nEND:VCARD', file holds 2 cards"
  })
  void vcardFile_notOneCard_isRefused(String text, String problem) {
    Checked<VCardFile> checked = VCardFile.of(Bytes.ofUtf8(text));
    assertTrue(
        checked instanceof Checked.Refused<VCardFile>(Refusal refusal)
            && refusal.message().startsWith("the vCard " + problem),
        checked::toString);
  }

  @Test
  void vcardFile_latin1_isRefused() {
    Bytes latin1 =
        Bytes.ofUtf8("BEGIN:VCARD\nFN:J").plus(Bytes.of(0xFC)).plus(Bytes.ofUtf8("\nEND:VCARD"));
    assertTrue(
        VCardFile.of(latin1) instanceof Checked.Refused<VCardFile>(Refusal refusal)
            && refusal.message().startsWith("the vCard is not UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20260903})
  void vcardFile_anyLines_endInACardOrARefusal(long seed) {
    Random random = new Random(seed);
    String alphabet = "BEGIN:VCARD\r\nEND;=\"\\,.TYPE AGENT\tN3ü";
    int cards = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder("BEGIN:VCARD\n");
      for (int length = random.nextInt(60); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Bytes file = Bytes.ofUtf8(text + "\nEND:VCARD\n");
      if (VCardFile.of(file) instanceof Checked.Passed) {
        cards++;
      }
    }
    assertTrue(cards > 100, "seed " + seed + " met only " + cards + " cards");
  }

  private static Contact named(String name) {
    return new Contact(name, "", "", "", "", "");
  }

  private static Checked<Contact> with(String field, String value) {
    return Contact.of(
        field.equals("name") ? value : "Ada Example",
        field.equals("title") ? value : "",
        field.equals("company") ? value : "",
        field.equals("phone") ? value : "",
        field.equals("email") ? value : "",
        field.equals("url") ? value : "");
  }

  private static Refusal refusalOf(String field, String value) {
    if (with(field, value) instanceof Checked.Refused<Contact>(Refusal refusal)) {
      return refusal;
    }
    throw new AssertionError(field + " was taken: " + value);
  }
}
