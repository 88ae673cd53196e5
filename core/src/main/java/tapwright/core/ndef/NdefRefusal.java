package tapwright.core.ndef;

import tapwright.core.RefusalCode;

/** Why bytes are no NDEF message, or a text is no link or contact. */
public enum NdefRefusal implements RefusalCode {
  /** There is no byte at all. */
  NO_RECORD("ndef-no-record", "the message has 0 bytes, allowed is one record or more"),

  /** Longer than any tag, and than the library below can count. */
  TOO_LONG("ndef-too-long", "the message has {seen} bytes, allowed are up to {allowed}"),

  /** A length field promises more than there is. */
  TRUNCATED(
      "ndef-truncated",
      "record {record} needs {needed} bytes for its {field}, but only {seen} are left"),

  /** Message begin stands on a later record, or is missing on the first. */
  BEGIN_FLAG("ndef-begin-flag", "record {record} has MB={seen}, allowed is MB={allowed}"),

  /** The bytes end before a record says that it is the last. */
  NO_END("ndef-no-end", "no record is marked as the last (ME), the last one seen is {record}"),

  /** Bytes after the record that says that it is the last. */
  AFTER_END("ndef-after-end", "{seen} bytes follow record {record}, which is marked as the last"),

  /** A type name format that no whole record may have. */
  RESERVED_TNF("ndef-reserved-tnf", "record {record} has TNF {seen}, allowed are 0 to 5"),

  /** A field that is required or forbidden by the type name format. */
  FIELD_LENGTH(
      "ndef-field-length",
      "record {record} has TNF {tnf} and a {field} of {seen} bytes, allowed is {allowed}"),

  /** A chunked record that is not carried on or not ended as it must be. */
  CHUNK("ndef-chunk", "record {record} breaks the chunked record before it: {seen}"),

  /** A link that is not one. */
  LINK("link-not-usable", "{field} is '{seen}': {problem}; allowed is {allowed}"),

  /** A required field of a contact has nothing in it. */
  CONTACT_MISSING("contact-missing", "{field} is empty; allowed are 1 to {allowed} characters"),

  /** A field of a contact is longer than readers take. */
  CONTACT_TOO_LONG(
      "contact-too-long", "{field} has {seen} characters; allowed are up to {allowed}"),

  /** A character that shows nothing or turns the text around. */
  CONTACT_CHARACTER(
      "contact-character",
      "{field} has the character {seen} at position {position}; allowed are characters that show,"
          + " spaces and joiners"),

  /** A telephone number or mail address that cannot be one. */
  CONTACT_FORM("contact-form", "{field} is '{seen}'; allowed is {allowed}"),

  /** A file that is no vCard. */
  VCARD("vcard-not-readable", "the vCard {problem}; allowed is {allowed}");

  private final String code;
  private final String template;

  NdefRefusal(String code, String template) {
    this.code = code;
    this.template = template;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }
}
