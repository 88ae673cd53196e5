package tapwright.agent.emulator;

import tapwright.core.tag.Uid;

/**
 * A tag in memory that lies on a virtual reader, of whichever NFC Forum type.
 *
 * <p>It lies on no reader at first. Safe for use by several threads: a reader talks to it while a
 * test or a trainer lays it down and lifts it.
 */
public sealed interface VirtualTag permits EmulatedTag, EmulatedType4Tag {

  Uid uid();

  /** What kind of tag it is. */
  VirtualModel kind();

  /** What staff call the chip, as {@code NTAG215}. */
  String model();

  /** Enters a reader's field: powered up and selected. */
  void place();

  /** Leaves the field; a tag on an {@link EmulatedReader} is removed there, so that it is seen. */
  void lift();

  /** Whether it is in a reader's field; a torn tag is not. */
  boolean inField();

  /** The reader's field goes off and on and the tag is selected anew, if it is there. */
  void cycleField();

  /** How many writes it has taken, torn ones included. */
  int writes();

  /** Plans to be lifted in the middle of a write to come; replaces an earlier plan. */
  void tearAt(Tear planned);
}
