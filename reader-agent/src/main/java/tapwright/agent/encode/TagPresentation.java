package tapwright.agent.encode;

import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.inspect.Flaw;
import tapwright.core.tag.inspect.TagFindings;

/**
 * A tag in a reader's field with all that it can say; one that is not taken still has its UID, and
 * says why.
 */
public interface TagPresentation extends Presentation {

  /** Why nothing is ever written to the tag, though it may be read; empty where it may be. */
  default Optional<Refusal> unwritable() {
    return Optional.empty();
  }

  /** The message that the tag shows to everybody. */
  default Checked<TagContent> content() {
    return content(Optional.empty(), WriteRecord.NONE);
  }

  /**
   * The message that the tag shows to who has the password.
   *
   * @param record what is known of passwords that were wrong
   */
  Checked<TagContent> content(Optional<TagPassword> password, WriteRecord record);

  /**
   * The message that the tag shows, when the chip makes it say which read this is as asked; or why
   * it is fixed text.
   */
  Checked<Bytes> live(Bytes message, Counting counting);

  /**
   * What encoding would do, in its order and in words; nothing is written.
   *
   * <p>A password is not tried either, since chips count wrong ones.
   */
  Checked<List<PlannedStep>> plan(EncodeRequest request);

  /** What {@link #finish} would do, in its order and in words. */
  Checked<List<PlannedStep>> planOfFinish(Finish finish);

  /** What {@link #erase} would do, in its order and in words. */
  Checked<List<PlannedStep>> planOfErasing(TagSecrets secrets);

  /** Does with the tag, as it is, what the finish says; its message stays the one that it shows. */
  EncodeOutcome finish(Finish finish, WriteRecord record);

  /**
   * Leaves an empty tag that anybody can write: no message, no data, no mirror, and no password or
   * keys where the right ones are given. The message of the outcome is empty.
   */
  EncodeOutcome erase(TagSecrets secrets, WriteRecord record);

  /** Everything that can be told of the tag without changing it, and without a password. */
  default TagFindings findings() {
    return findings(Optional.empty(), WriteRecord.NONE);
  }

  /**
   * The same, with the password where the tag does not let itself be read without.
   *
   * @param record what is known of passwords that were wrong
   */
  TagFindings findings(Optional<TagPassword> password, WriteRecord record);

  /**
   * Has every place that may be written take other content and its own again, the message emptied
   * meanwhile; gives the places that did not. The tag must stay in the field: the message comes
   * back last.
   */
  Checked<List<Flaw>> testWriting(Optional<TagPassword> password, WriteRecord record);

  /**
   * Switches the field off and on, so that the tag forgets all but its memory; this presentation is
   * of no more use then, and is to be closed.
   */
  void cycleField();

  /** The fewest exchanges in which a message can be written to such a tag, blank, and verified. */
  Checked<Integer> floor(Bytes message);

  /** What this presentation took so far. */
  int exchanges();

  /** What it took before to find out what the reader can do. */
  int probeExchanges();
}
