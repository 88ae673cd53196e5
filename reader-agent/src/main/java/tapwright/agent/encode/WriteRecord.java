package tapwright.agent.encode;

import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** Where it is written down that a tag is about to change: the journal, for commands. */
@FunctionalInterface
public interface WriteRecord {

  /** Nothing is written down here, since the caller keeps a journal of its own. */
  WriteRecord NONE = (uid, message) -> outcome -> {};

  /** Called before the first page changes; not called when nothing has to change. */
  Entry begin(Uid uid, Bytes message);

  /** One write that was begun. */
  @FunctionalInterface
  interface Entry {

    /** Called before the first write of a step that outlasts the message, once for each. */
    default void before(LastingStep step) {}

    /** Called after the tag was read back and is equal. */
    void verified(EncodeOutcome.Verified outcome);
  }
}
