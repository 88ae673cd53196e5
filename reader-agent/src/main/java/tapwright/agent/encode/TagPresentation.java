package tapwright.agent.encode;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.TagSnapshot;

/**
 * A tag in a reader's field with all that it can say; one that is not taken still has its UID, and
 * says why.
 */
public sealed interface TagPresentation extends Presentation
    permits Type2Presentation, Type4Presentation {

  /** Encodes, and has it written down before the first page changes and after the read-back. */
  EncodeOutcome encode(EncodeRequest request, WriteRecord record);

  /** The message that the tag shows. */
  Checked<TagContent> content();

  /** Everything read of the tag that says what it is and how it is set: locks, settings. */
  Checked<TagSnapshot> inspect();

  /** The read counter; empty where the chip does not count or does not tell. */
  Optional<Integer> counter();

  /** The fewest exchanges in which a message can be written to such a tag, blank, and verified. */
  Checked<Integer> floor(Bytes message);

  /** What this presentation took so far. */
  int exchanges();

  /** What it took before to find out what the reader can do. */
  int probeExchanges();
}
