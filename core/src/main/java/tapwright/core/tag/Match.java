package tapwright.core.tag;

/** What a tag shows beside what it should show. */
public sealed interface Match {

  /** There was nothing to compare with. */
  record NotCompared() implements Match {}

  /** Byte for byte the same; the text of a mirror stands for its placeholder. */
  record Equal() implements Match {}

  /**
   * Not the same.
   *
   * @param index of the first byte of the message that differs; 0 where the tag shows none
   */
  record DiffersAt(int index) implements Match {}
}
