package tapwright.core.ndef;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.StructuredName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tapwright.core.Bytes;

/** The one place that calls ez-vcard. */
final class VCards {

  private VCards() {}

  /**
   * The contact as vCard 3.0 (RFC 2426), the version that phones read.
   *
   * <p>Without PRODID, which would take 24 bytes of the chip, and without folded lines: they may be
   * folded, not must (section 2.6), and a fold can split a character's bytes. N is required and
   * takes the whole name as the given name: which part is the family name cannot be told from the
   * text, and the order differs from one language to the next.
   */
  static String write(Contact contact) {
    VCard vcard = new VCard(VCardVersion.V3_0);
    StructuredName structured = new StructuredName();
    structured.setGiven(contact.name());
    vcard.setStructuredName(structured);
    vcard.setFormattedName(contact.name());
    addKnown(vcard, contact);
    return Ezvcard.write(vcard).prodId(false).foldLines(false).go();
  }

  private static void addKnown(VCard vcard, Contact contact) {
    if (!contact.company().isEmpty()) {
      vcard.setOrganization(contact.company());
    }
    if (!contact.title().isEmpty()) {
      vcard.addTitle(contact.title());
    }
    if (!contact.phone().isEmpty()) {
      vcard.addTelephoneNumber(contact.phone());
    }
    if (!contact.email().isEmpty()) {
      vcard.addEmail(contact.email());
    }
    if (!contact.url().isEmpty()) {
      vcard.addUrl(contact.url());
    }
  }

  /** Why the bytes are not exactly one vCard in UTF-8; empty when they are. */
  static Optional<String> problem(Bytes file) {
    Optional<String> text = strictUtf8(file);
    if (text.isEmpty()) {
      return Optional.of("is not UTF-8");
    }
    String upper = text.get().strip().toUpperCase(Locale.ROOT);
    if (!upper.startsWith("BEGIN:VCARD") || !upper.endsWith("END:VCARD")) {
      return Optional.of("does not begin with BEGIN:VCARD and end with END:VCARD");
    }
    List<VCard> cards = Ezvcard.parse(text.get()).all();
    return cards.size() == 1
        ? Optional.empty()
        : Optional.of("file holds " + cards.size() + " cards");
  }

  private static Optional<String> strictUtf8(Bytes file) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.toArray())).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
