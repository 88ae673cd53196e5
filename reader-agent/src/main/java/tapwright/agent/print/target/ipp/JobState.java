package tapwright.agent.print.target.ipp;

import java.util.Arrays;
import java.util.Optional;

/** How far a job is in its queue (RFC 8011, section 5.3.7). */
enum JobState {
  PENDING(3, "waits in the queue"),
  HELD(4, "is held in the queue"),
  PROCESSING(5, "is being printed"),
  STOPPED(6, "has stopped in its middle"),
  CANCELED(7, "was canceled"),
  ABORTED(8, "was given up by the printer"),
  COMPLETED(9, "is done");

  private final int code;
  private final String words;

  JobState(int code, String words) {
    this.code = code;
    this.words = words;
  }

  static Optional<JobState> of(int code) {
    return Arrays.stream(values()).filter(state -> state.code == code).findFirst();
  }

  /** What the job does, as the end of a sentence. */
  String words() {
    return words;
  }

  boolean isFinal() {
    return switch (this) {
      case CANCELED, ABORTED, COMPLETED -> true;
      case PENDING, HELD, PROCESSING, STOPPED -> false;
    };
  }
}
