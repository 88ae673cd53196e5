package tapwright.agent.encode;

import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;

/**
 * What a tag shall hold.
 *
 * @param messages NDEF messages in order of preference; the first that fits the chip is written
 * @param mirror whether the chip shall put its UID and read counter into the message, at the first
 *     run of 21 zeros-and-x placeholder {@code 00000000000000x000000}
 */
public record EncodeRequest(List<Bytes> messages, boolean mirror) {

  /** Where the chip puts its UID and counter. */
  public static final String MIRROR_PLACEHOLDER = CardMessages.MIRROR_PLACEHOLDER;

  public EncodeRequest {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("messages is empty, at least one is needed");
    }
  }
}
