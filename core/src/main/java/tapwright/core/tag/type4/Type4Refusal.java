package tapwright.core.tag.type4;

import tapwright.core.RefusalCode;

/** Why a Type 4 tag is not taken, not read or not written. */
public enum Type4Refusal implements RefusalCode {
  /** The card draws its UID anew each time, so that no record of it would find it again. */
  UID_RANDOM(
      "type4-uid-random",
      "UID {seen} is drawn anew at each presentation; allowed is a card that keeps its UID"),

  /** The capability container file ends before its fields do. */
  CONTAINER_SHORT(
      "type4-container-short",
      "the capability container file has {seen} bytes, allowed are {allowed} and more"),

  /** A field of the capability container file has a value that it must not have. */
  CONTAINER_FIELD(
      "type4-container-field",
      "{field} in the capability container file is {seen}, allowed is {allowed}"),

  /** The capability container file says that not everybody may write. */
  READ_ONLY(
      "type4-read-only",
      "{model} was made read-only (write access {seen} in its capability container file); allowed is"
          + " 00, so another card"),

  /** Nobody can change the card any more, whatever is known of it. */
  LOCKED(
      "type4-locked",
      "{model} is locked for ever, its message and its keys' rights included; allowed is another"
          + " card"),

  /** The message would be longer than the NDEF file. */
  MESSAGE_TOO_LONG(
      "type4-message-too-long",
      "the message has {bytes} bytes, {over} more than {model} can hold ({allowed})"),

  /** The NDEF file says that its message is longer than the file. */
  LENGTH_TOO_LARGE(
      "type4-length-too-large",
      "the NDEF file of {model} says that its message has {seen} bytes, allowed are up to"
          + " {allowed}"),

  /** The card said no to a write. */
  WRITE_REFUSED(
      "type4-write-refused",
      "{model} answers {seen} to a write at byte {offset} of its NDEF file, allowed is 9000: it is"
          + " read-only or asks for a key"),

  /** The card took every write and still reads as something else. */
  READS_DIFFERENTLY(
      "type4-reads-differently",
      "the NDEF file of {model} took every write {tries} times and still does not read as written"),

  /** Only chips that count in a mirror of their own have one. */
  MIRROR_UNSUPPORTED(
      "type4-mirror-unsupported",
      "{model} has no mirror of UID and counter; allowed are none, and sun on an NTAG 424 DNA"),

  /** A signed link or a lock under the factory's keys would be anybody's to undo or to forge. */
  KEYS_NEEDED(
      "type4-keys-needed",
      "{what} on {model} needs keys of the card's own, since everybody knows the factory's; allowed"
          + " is that with five keys"),

  /** A card with keys of its own, of which none were given. */
  KEYS_NOT_GIVEN(
      "type4-keys-not-given",
      "{model} has keys of its own, and only who gives them can {what}; allowed is that with its"
          + " five keys"),

  /** An NTAG 424 DNA said no to one of its own commands. */
  DNA_COMMAND_REFUSED(
      "dna-command-refused", "the chip answers {command} with status {seen}, allowed is {allowed}"),

  /** Key 0 is neither the factory's nor the order's. */
  DNA_KEY_UNKNOWN(
      "dna-key-unknown",
      "{model} {uid} has a key 0 that is neither the factory's nor the one that is allowed to it:"
          + " it belongs to another order or to somebody else"),

  /** One of keys 1 to 4 is neither the factory's nor the order's, so that it cannot be changed. */
  DNA_KEY_FOREIGN(
      "dna-key-foreign",
      "{model} {uid} takes neither the factory's key {key} nor the one that is allowed to it:"
          + " somebody else has set it, and only who knows it could change it"),

  /** There is no test of memory cells for it. */
  WRITE_TEST_UNSUPPORTED(
      "type4-write-test-unsupported",
      "the memory of {model} is not tested by writing; allowed are Type 2 tags"),

  /** Type 4 tags know no password. */
  PASSWORD_UNSUPPORTED(
      "type4-password-unsupported",
      "{model} has no password; allowed are five keys, on an NTAG 424 DNA"),

  /** A generic card has no way of its own to be closed for ever that is known. */
  LOCK_UNSUPPORTED(
      "type4-lock-unsupported",
      "{model} cannot be made read-only by a command that all such cards have; allowed is an"
          + " NTAG 424 DNA with keys");

  private final String code;
  private final String template;

  Type4Refusal(String code, String template) {
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
