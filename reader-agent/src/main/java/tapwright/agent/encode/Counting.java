package tapwright.agent.encode;

/** How a chip makes its link say which read this is. */
public enum Counting {
  /** Not at all: the link is the same at each read. */
  NONE,
  /**
   * The mirror of UID and read counter of NTAG21x, at the first run of the placeholder {@code
   * 00000000000000x000000}.
   */
  MIRROR,
  /**
   * The signed message of NTAG 424 DNA (secure unique NFC, SUN), at the placeholders of its own.
   */
  SUN
}
