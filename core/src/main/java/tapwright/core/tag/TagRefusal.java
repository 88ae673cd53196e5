package tapwright.core.tag;

import tapwright.core.RefusalCode;

/** Why a tag is not taken, not read or not written. */
public enum TagRefusal implements RefusalCode {
  /** GET_VERSION gave bytes that no known model has. */
  VERSION_UNKNOWN(
      "tag-version-unknown",
      "the tag is a chip that is not known here (version {version}); allowed are: {allowed}"),

  /** GET_VERSION was refused, so that the chip is none that has it. */
  VERSION_MISSING(
      "tag-version-missing",
      "the tag does not say which chip it is, as old and foreign ones do not (no answer to"
          + " GET_VERSION); allowed are: {allowed}"),

  /** The chip names a maker other than NXP: a copy, whose memory no data sheet vouches for. */
  MAKER_FOREIGN(
      "tag-maker-foreign",
      "the tag is a copy of a chip, its maker is {maker} (version {version}); allowed is {allowed}:"
          + " what a lock or a password does to copies is not known for certain"),

  /** A chip that is known, and not taken for a reason. */
  CHIP_UNSUPPORTED("tag-chip-unsupported", "the tag is {model}: {reason}; allowed are: {allowed}"),

  /** The check bytes of the UID do not fit it: a bad read or a bad copy. */
  UID_CHECK_BYTES(
      "tag-uid-check-bytes", "check bytes of UID {uid} are {seen}, they should be {allowed}"),

  /** Page 3 holds no capability container. */
  CONTAINER_INVALID(
      "tag-container-invalid",
      "the tag does not say how much it holds: its page 3 (capability container) is {seen}, allowed is"
          + " E1 10 to E1 1F, then a size above 00"),

  /** Page 3 promises more memory than the chip has. */
  CONTAINER_TOO_LARGE(
      "tag-container-too-large",
      "the tag says that it holds {seen} bytes (capability container), but {model} has {allowed}"),

  /** The chip is known by its container alone, and no known chip has this one. */
  CONTAINER_UNKNOWN(
      "tag-container-unknown",
      "this reader cannot ask which chip it is, and the size that the tag tells (capability"
          + " container {seen}) is no known chip's; allowed are the sizes {allowed}"),

  /** The capability container says that the tag may not be written. */
  READ_ONLY(
      "tag-read-only",
      "the tag was made read-only (access byte {seen} in its capability container); allowed is 00"),

  /** The TLV blocks in the tag's memory do not add up. */
  TLV_MALFORMED("tag-tlv-malformed", "TLV block {type} at byte {address} {fault}"),

  /** A control TLV says that bytes inside the messages' place are no message's. */
  CONTROL_TORN(
      "tag-control-torn",
      "a lock or memory control block of {model} names bytes in the place of messages, which no such"
          + " chip has: it was torn or is no such chip; allowed is the block of the factory"),

  /** There is no NDEF message on the tag. */
  NO_MESSAGE(
      "tag-no-message",
      "the tag holds no message, not even an empty one (no NDEF block 03 before the end)"),

  /** The message does not fit the tag. */
  MESSAGE_TOO_LONG(
      "tag-message-too-long",
      "the message has {bytes} bytes, {over} more than {model} can hold ({allowed}); {fitting}"),

  /** No order of writes is safe when the tag is torn off in between. */
  NO_SAFE_ORDER(
      "tag-no-safe-order",
      "no order of writes keeps {model} from showing a wrong message when it is lifted midway");

  private final String code;
  private final String template;

  TagRefusal(String code, String template) {
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
