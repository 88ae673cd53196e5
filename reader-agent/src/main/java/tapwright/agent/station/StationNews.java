package tapwright.agent.station;

import java.util.Arrays;
import java.util.OptionalInt;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.core.Refusal;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.Uid;

/** What staff see happen at a station. */
public sealed interface StationNews {

  /** A card is about to be written, or gone on with; nothing of it has changed by now. */
  record CardBegun(WorkItem item) implements StationNews {}

  /**
   * A card is done.
   *
   * @param contactLeftOut present when only the link is on it: how many bytes the message with the
   *     contact is too long for the chip
   */
  record CardVerified(
      WorkItem item, Tagged tag, EncodeOutcome.Verified outcome, OptionalInt contactLeftOut)
      implements StationNews {

    public CardVerified(WorkItem item, Tagged tag, EncodeOutcome.Verified outcome) {
      this(item, tag, outcome, leftOut(item, tag, outcome));
    }

    private static OptionalInt leftOut(WorkItem item, Tagged tag, EncodeOutcome.Verified outcome) {
      int preferredBytes = item.request().messages().getFirst().size();
      if (outcome.message().size() == preferredBytes) {
        return OptionalInt.empty();
      }
      return Arrays.stream(TagModel.values())
          .filter(model -> model.label().equals(tag.model()))
          .mapToInt(model -> Math.max(1, preferredBytes - model.capacityBytes()))
          .findFirst();
    }
  }

  /** A row or job cannot be made as ordered. */
  record RowRefused(String label, Refusal refusal) implements StationNews {}

  /** A card is not taken; whoever it was meant for waits for another. */
  record TagRefused(String reader, Uid uid, Refusal refusal) implements StationNews {}

  /** The world failed at a reader; the card is to be laid on again. */
  record ReaderFailed(String reader, String what) implements StationNews {}

  /**
   * Something else happens at a reader than before.
   *
   * @param label what staff call the row or job of the card that lies there; empty for nobody's
   */
  record AtReader(String reader, ReaderDoing doing, String label) implements StationNews {}

  /** A card lies there from the start whose row or job was finished before. */
  record MadeBefore(String reader, Uid uid, String label) implements StationNews {}

  /** A card lies on the reader, and nothing is to be made. */
  record NoWork(String reader, Uid uid) implements StationNews {}

  /** The server said no to something that was made or told. */
  record ServerRefused(String eventId, String code, String message) implements StationNews {}

  /** A batch begins, or goes on with so many of its cards made before. */
  record BatchBegun(int total, int madeBefore) implements StationNews {}

  /** Something to know. */
  record Notice(String text) implements StationNews {}
}
