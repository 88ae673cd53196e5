package tapwright.agent.reader;

import tapwright.core.Bytes;

/** What became of a tag's own command on its way through a reader. */
sealed interface NativeReply {

  /** The tag's answer, without CRC. */
  record Answer(Bytes data) implements NativeReply {}

  /** The tag's 4-bit acknowledgement. */
  record Acknowledged() implements NativeReply {}

  /** The tag's 4-bit refusal, after which it is halted. */
  record Refused() implements NativeReply {}

  /** The reader passed the command, and what the tag said to it is not known. */
  record Unclear(String status) implements NativeReply {}

  /** The reader does not take commands in this way. */
  record NotPassed(String status) implements NativeReply {

    /** Whether the reader knows no such command, rather than failed at it this once. */
    boolean isForGood() {
      return !status.equals("6300") && !status.equals("none");
    }
  }
}
