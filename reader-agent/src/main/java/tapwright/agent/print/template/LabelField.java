package tapwright.agent.print.template;

import java.util.List;
import java.util.Locale;

/** What a label can say of a card. */
public enum LabelField {
  /** Where the QR symbol leads: {@code HTTPS://HOST/Q/SLUG}. */
  LINK,
  /** The vCard for a symbol that holds a contact. */
  CONTACT,
  NAME,
  TITLE,
  COMPANY,
  ORDER,
  CARD_ID,
  /** Small print for staff, as {@code REPRINT 2}; left out where a template has no room for it. */
  NOTE;

  /** What a symbol may hold. */
  static final List<LabelField> SYMBOLS = List.of(LINK, CONTACT);

  /** What may stand in letters. */
  static final List<LabelField> TEXTS = List.of(NAME, TITLE, COMPANY, ORDER, CARD_ID, LINK, NOTE);

  /** The name in templates and messages, as {@code card-id}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
