package tapwright.agent.encode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Origin;

/** Where it is written down that a tag is about to change: the journal, for commands. */
@FunctionalInterface
public interface WriteRecord {

  /** Nothing is written down here, since the caller keeps a journal of its own. */
  WriteRecord NONE = (uid, message) -> outcome -> {};

  /**
   * What is known against writing this message to the tag, for those who ask before: that it is
   * somebody's, or on its way to hold something else. Writing does not ask by itself.
   */
  default Optional<Refusal> objection(Uid uid, Bytes message) {
    return Optional.empty();
  }

  /** What is known against giving this password to the tag: that it did not take it before. */
  default Optional<Refusal> objection(Uid uid, TagPassword password) {
    return Optional.empty();
  }

  /** Called when a tag that counts wrong passwords, or may, did not take this one. */
  default void refused(Uid uid, TagPassword password) {}

  /**
   * Where a card of this UID comes from by what was written down.
   *
   * @param ordered the messages that one order allows; none to ask for any order
   */
  default Origin originOf(Uid uid, List<Bytes> ordered) {
    return Origin.UNKNOWN;
  }

  /** What was begun with the card and never finished, in words; empty where nothing was. */
  default Optional<String> unfinished(Uid uid) {
    return Optional.empty();
  }

  /** When a command last finished the card with another message than this, if so. */
  default Optional<Instant> finishedByHand(Uid uid, Bytes message) {
    return Optional.empty();
  }

  /** This record, with nothing to say against any tag, message or password. */
  default WriteRecord regardless() {
    WriteRecord asked = this;
    return new WriteRecord() {
      @Override
      public Entry begin(Uid uid, Bytes message) {
        return asked.begin(uid, message);
      }

      @Override
      public void refused(Uid uid, TagPassword password) {
        asked.refused(uid, password);
      }
    };
  }

  /** Called before the first page changes; not called when nothing has to change. */
  Entry begin(Uid uid, Bytes message);

  /** One write that was begun. */
  @FunctionalInterface
  interface Entry extends AutoCloseable {

    /** Called before the first write of a step that outlasts the message, once for each. */
    default void before(LastingStep step) {}

    /** Called after the tag was read back and is equal. */
    void verified(EncodeOutcome.Verified outcome);

    /** Called when nothing more comes, however it ended. */
    @Override
    default void close() {}
  }
}
