package tapwright.core.tag;

import tapwright.core.RefusalCode;

/** What keeps a tag from being written or from mirroring. */
public enum ProtectionRefusal implements RefusalCode {
  /** Lock bits are set for pages that would have to change. */
  PAGES_LOCKED(
      "tag-pages-locked",
      "pages {seen} of {model} are locked for ever; to be written are pages {wanted}"),

  /** Pages that would have to change ask for a password. */
  PASSWORD_PROTECTED(
      "tag-password-protected",
      "{model} asks for its password before it changes pages from {seen} on (AUTH0); to be written"
          + " are pages {wanted}"),

  /** Not even reading is allowed without a password. */
  READ_PROTECTED(
      "tag-read-protected", "{model} does not let pages {wanted} be read without its password"),

  /** A page keeps what it holds, whatever is written; the tag's lock pages do not say why. */
  PAGE_KEEPS_CONTENT(
      "tag-page-keeps-content",
      "page {page} of {model} still holds {seen} after {tries} tries to write {wanted}:"
          + " it is locked, asks for a password or is worn out"),

  /** Pages took every write and read as something else afterwards. */
  READS_DIFFERENTLY(
      "tag-reads-differently",
      "pages {first} to {last} of {model} took every write and still do not read as written"),

  /** The chip cannot put its UID and counter into what it shows. */
  MIRROR_UNSUPPORTED(
      "tag-mirror-unsupported", "{model} has no mirror of UID and counter; allowed are: {allowed}"),

  /** The reader passes no native commands, so that the counter cannot be read. */
  MIRROR_NEEDS_NATIVE(
      "tag-mirror-needs-native",
      "this reader does not pass on the chip's own commands, and mirror and counter need them;"
          + " allowed is a reader that does"),

  /** The message has no place for UID and counter. */
  MIRROR_PLACE_MISSING(
      "tag-mirror-place-missing", "the message has no {allowed} where UID and counter would go"),

  /** The place for UID and counter lies further back than the chip can reach. */
  MIRROR_PLACE_TOO_FAR(
      "tag-mirror-place-too-far",
      "the place for UID and counter is in page {seen}, {model} allows page {allowed} at most"),

  /** The configuration of mirror and counter is locked for ever. */
  CONFIGURATION_LOCKED(
      "tag-configuration-locked",
      "the settings of {model} are locked for ever (CFGLCK); mirror and counter stay as they are");

  private final String code;
  private final String template;

  ProtectionRefusal(String code, String template) {
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
