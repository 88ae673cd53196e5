package tapwright.agent.tag;

import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.TagChannel;
import tapwright.core.Bytes;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.memory.MemoryImage;

/**
 * Tells Ultralight C from the other chips that refuse GET_VERSION (Ultralight, NTAG203).
 *
 * <p>Only it answers the first half of AUTHENTICATE with AFh and 8 bytes (MF0ICU2 data sheet,
 * section 7.5.5); Ultralight AES, which has a version, answers with 16. It costs two exchanges, and
 * no chip that has a version is ever asked.
 */
final class UltralightCProbe {

  private static final Bytes AUTHENTICATE = Bytes.of(0x1A, 0x00);
  private static final int MORE_TO_COME = 0xAF;
  private static final int ANSWER_BYTES = 9;

  /** A second half that no chip takes. */
  private static final Bytes WRONG_HALF = Bytes.of(MORE_TO_COME).padTo(17);

  private final TagChannel channel;

  UltralightCProbe(TagChannel channel) {
    this.channel = channel;
  }

  /** Whether it is one; its container is blank or of its size. */
  boolean recognises(MemoryImage head) {
    Bytes container = head.page(CapabilityContainer.PAGE);
    boolean fits =
        container.equals(Bytes.zeros(MemoryImage.PAGE_BYTES))
            || container.slice(0, 3).equals(TagModel.ULTRALIGHT_C.container().slice(0, 3));
    return fits && answersAsUltralightC();
  }

  private boolean answersAsUltralightC() {
    try {
      Bytes answer = channel.exchange(AUTHENTICATE, "it was asked whether it is an Ultralight C");
      giveUp();
      return answer.size() == ANSWER_BYTES && answer.at(0) == MORE_TO_COME;
    } catch (ReaderFault.TagNak e) {
      return false;
    }
  }

  /** A wrong second half is refused, so that the channel selects the tag anew. */
  private void giveUp() {
    try {
      channel.exchange(WRONG_HALF, "that was left off");
    } catch (ReaderFault.TagNak expected) {
      return;
    }
    throw new ReaderFault.AnswerUnknown("that was left off", "taken");
  }
}
