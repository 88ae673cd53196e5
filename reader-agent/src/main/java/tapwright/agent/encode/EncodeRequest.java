package tapwright.agent.encode;

import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;

/**
 * What a tag shall hold.
 *
 * @param messages NDEF messages in order of preference; the first that fits the chip is written
 * @param counting how the link shall say which read this is
 * @param finish what is done once the tag was read back equal
 */
public record EncodeRequest(List<Bytes> messages, Counting counting, Finish finish) {

  /** Where the chip puts its UID and counter. */
  public static final String MIRROR_PLACEHOLDER = CardMessages.MIRROR_PLACEHOLDER;

  public EncodeRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages is empty, at least one is needed");
    }
  }

  /** A tag that stays open. */
  public EncodeRequest(List<Bytes> messages, Counting counting) {
    this(messages, counting, Finish.OPEN);
  }

  /** Whether the chip shall mirror its UID and counter. */
  boolean mirror() {
    return counting == Counting.MIRROR;
  }
}
