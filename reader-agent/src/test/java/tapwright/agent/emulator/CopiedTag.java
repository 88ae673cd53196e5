package tapwright.agent.emulator;

/** Copies of emulated tags, so that a test can go on from one state in many ways. */
public final class CopiedTag {

  private CopiedTag() {}

  /** A tag of its own with all that the other has stored, off the field. */
  public static EmulatedTag of(EmulatedTag tag) {
    return new EmulatedTag(tag.chip(), tag.memory(), tag.counters(), tag.failedTries());
  }
}
