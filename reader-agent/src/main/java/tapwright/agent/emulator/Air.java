package tapwright.agent.emulator;

import tapwright.core.Bytes;

/**
 * The air between a reader and the tag in its field: frames go out, answers come back, and one can
 * be lost on the way, as where a tag lies at the field's edge.
 */
final class Air {

  private static final int WRITE = 0xA2;

  private int writesUntilLoss;

  /** Loses the answer to a WRITE to come, counted from 1; the tag has taken it all the same. */
  void loseAnswerOfWrite(int write) {
    writesUntilLoss = write;
  }

  TagAnswer exchange(EmulatedTag tag, Bytes frame) {
    TagAnswer answer = tag.answer(frame);
    boolean counts = writesUntilLoss > 0 && !frame.isEmpty() && frame.at(0) == WRITE;
    if (counts) {
      writesUntilLoss--;
    }
    return counts && writesUntilLoss == 0 ? new TagAnswer.Silence() : answer;
  }
}
