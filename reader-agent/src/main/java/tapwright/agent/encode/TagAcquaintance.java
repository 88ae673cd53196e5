package tapwright.agent.encode;

/**
 * What is known of a tag before its password may be tried on it. A chip may count wrong ones
 * (AUTHLIM, NTAG213/215/216 data sheet, section 8.8.2), how many it has counted cannot be read, and
 * after the last its owner's own password is worth nothing any more.
 */
public enum TagAcquaintance {
  /** Nobody's here: what asks for a password has it from somebody else, and none is tried. */
  STRANGER,
  /** Begun here with this password, which is tried unless the chip counts wrong ones. */
  BEGUN_HERE,
  /** The operator names the password for this very tag. */
  NAMED_BY_HAND
}
