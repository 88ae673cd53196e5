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
 * @param acquaintance whether the finish's password may be tried on a tag that asks for one
 */
public record EncodeRequest(
    List<Bytes> messages, Counting counting, Finish finish, TagAcquaintance acquaintance) {

  /** Where the chip puts its UID and counter. */
  public static final String MIRROR_PLACEHOLDER = CardMessages.MIRROR_PLACEHOLDER;

  public EncodeRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages is empty, at least one is needed");
    }
  }

  /** A tag that the operator names the password for, where there is one. */
  public EncodeRequest(List<Bytes> messages, Counting counting, Finish finish) {
    this(messages, counting, finish, TagAcquaintance.NAMED_BY_HAND);
  }

  /** A tag that stays open. */
  public EncodeRequest(List<Bytes> messages, Counting counting) {
    this(messages, counting, Finish.OPEN);
  }

  /** The same for a tag that is known as well as this. */
  public EncodeRequest knowing(TagAcquaintance other) {
    return new EncodeRequest(messages, counting, finish, other);
  }

  /** Whether the chip shall mirror its UID and counter. */
  public boolean mirror() {
    return counting == Counting.MIRROR;
  }
}
