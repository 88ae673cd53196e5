package tapwright.core.ndef;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * Whose card it is, as an address book takes it; a field that is not known is empty.
 *
 * @param name the whole name in its own order and script, the one field that must be there
 * @param title what they do
 * @param company where
 * @param phone as people write it
 * @param email one address
 * @param url a {@link Link} of their own
 */
public record Contact(
    String name, String title, String company, String phone, String email, String url) {

  /** The media type of a vCard (RFC 6350, section 10.1). */
  public static final String MEDIA_TYPE = "text/vcard";

  /** Longest name, title and company: as long as phones show. */
  public static final int MAX_TEXT = 100;

  /** Longest telephone number: 15 digits (ITU-T E.164, section 6.2.1) as people space them. */
  public static final int MAX_PHONE = 40;

  /** Longest mail address (RFC 5321, section 4.5.3.1.3). */
  public static final int MAX_EMAIL = 254;

  private static final Pattern PHONE =
      Pattern.compile("\\+?[0-9 ().,/*#;x-]*[0-9][0-9 ().,/*#;x-]*");

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  public Contact {
    Optional<Refusal> fault = firstFault(name, title, company, phone, email, url);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("a contact has " + fault.get().code().code());
    }
  }

  /** The contact with these fields, white space around each passed over, or the first fault. */
  public static Checked<Contact> of(
      String name, String title, String company, String phone, String email, String url) {
    return ofStripped(
        name.strip(), title.strip(), company.strip(), phone.strip(), email.strip(), url.strip());
  }

  private static Checked<Contact> ofStripped(
      String name, String title, String company, String phone, String email, String url) {
    Optional<Refusal> fault = firstFault(name, title, company, phone, email, url);
    return fault.isPresent()
        ? Checked.refused(fault.get())
        : Checked.passed(new Contact(name, title, company, phone, email, url));
  }

  /** The vCard record that a tag holds for this contact: UTF-8 bytes, whatever the script. */
  public NdefRecord record() {
    return NdefRecord.ofMediaType(MEDIA_TYPE, vCard());
  }

  /** The contact as a file that address books take: a vCard in UTF-8. */
  public Bytes vCard() {
    return Bytes.ofUtf8(VCards.write(this));
  }

  private static Optional<Refusal> firstFault(
      String name, String title, String company, String phone, String email, String url) {
    return nameFault(name)
        .or(() -> textFault("name", name, MAX_TEXT))
        .or(() -> textFault("title", title, MAX_TEXT))
        .or(() -> textFault("company", company, MAX_TEXT))
        .or(() -> textFault("phone", phone, MAX_PHONE))
        .or(() -> textFault("email", email, MAX_EMAIL))
        .or(
            () ->
                formFault(
                    "phone",
                    phone,
                    PHONE.asMatchPredicate(),
                    "digits, spaces and + ( ) . , / * # ; x -"))
        .or(
            () ->
                formFault(
                    "email", email, EMAIL.asMatchPredicate(), "one address, as name@example.com"))
        .or(() -> urlFault(url));
  }

  private static Optional<Refusal> nameFault(String name) {
    return name.isBlank()
        ? Optional.of(NdefRefusal.CONTACT_MISSING.with("field", "name", "allowed", MAX_TEXT))
        : Optional.empty();
  }

  private static Optional<Refusal> textFault(String field, String text, int max) {
    int length = text.codePointCount(0, text.length());
    if (length > max) {
      return Optional.of(
          NdefRefusal.CONTACT_TOO_LONG.with("field", field, "seen", length, "allowed", max));
    }
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      if (!ContactText.shows(codePoints[i])) {
        return Optional.of(
            NdefRefusal.CONTACT_CHARACTER.with(
                "field", field, "seen", Shown.name(codePoints[i]), "position", i + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> formFault(
      String field, String text, Predicate<String> form, String allowed) {
    return text.isEmpty() || form.test(text)
        ? Optional.empty()
        : Optional.of(
            NdefRefusal.CONTACT_FORM.with(
                "field", field, "seen", Shown.shortened(text), "allowed", allowed));
  }

  private static Optional<Refusal> urlFault(String url) {
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return switch (Link.of("url", url)) {
      case Checked.Passed<Link> passed -> Optional.empty();
      case Checked.Refused<Link>(Refusal refusal) -> Optional.of(refusal);
    };
  }

  /** Says nothing of whom it names: a log or an error may show it. */
  @Override
  public String toString() {
    return "a contact";
  }
}
