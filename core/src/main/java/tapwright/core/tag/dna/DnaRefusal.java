package tapwright.core.tag.dna;

import tapwright.core.RefusalCode;

/** Why what an NTAG 424 DNA answers or signs is not taken. */
public enum DnaRefusal implements RefusalCode {
  /** An answer of the chip has another length than its command asks for. */
  ANSWER_LENGTH(
      "dna-answer-length", "the chip answers {command} with {seen} bytes, allowed is {allowed}"),

  /** The chip does not know the key, or it is none. */
  KEY_NOT_SHARED(
      "dna-key-not-shared",
      "the chip's answer to the authentication with key {key} is not made with that key; allowed"
          + " is a chip that has it"),

  /** An answer in a session does not come from the chip that opened it. */
  ANSWER_CODE(
      "dna-answer-code",
      "the answer to {command} bears a wrong code (MAC) at command {counter}; allowed is the one"
          + " that the session's chip makes"),

  /** What was deciphered has no padding, so that it was never enciphered so. */
  ANSWER_PADDING(
      "dna-answer-padding", "the answer to {command} has no padding; allowed is 80 and zeros"),

  /** The description of a file cannot be read. */
  FILE_DESCRIPTION(
      "dna-file-description",
      "the chip describes the file in {seen} bytes, option {option}; allowed are 7 bytes or more,"
          + " and more than that only where messages are signed"),

  /** The message has no place that the chip could sign into. */
  SIGNED_PLACE_MISSING(
      "dna-signed-place-missing",
      "the message has no {allowed} where the chip's signature would go"),

  /** The place that the chip would sign into lies behind the end of its NDEF file. */
  SIGNED_PLACE_TOO_FAR(
      "dna-signed-place-too-far",
      "the chip's signature would begin at byte {seen} of its file, allowed is up to {allowed};"
          + " put the link first, or shorten what stands before it"),

  /** The signed part of a link is not of the form that the chip writes. */
  SUN_MALFORMED("sun-malformed", "parameter {field} has {seen}; allowed is {allowed}"),

  /** The signed part of a link was not made by the chip on record. */
  SUN_FORGED(
      "sun-forged",
      "the signed link does not verify ({part}); allowed is what the card's chip signs");

  private final String code;
  private final String template;

  DnaRefusal(String code, String template) {
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
