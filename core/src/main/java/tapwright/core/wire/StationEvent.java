package tapwright.core.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job at a station.
 *
 * @param eventId the station's own key: 1 to 64 letters, digits and hyphens
 * @param jobId the job as leased
 * @param at when it happened, by the station's clock
 * @param kind what happened
 * @param encoded what was made; present exactly with {@link Kind#VERIFIED}
 * @param problem why not; present exactly with {@link Kind#REFUSED}
 */
public record StationEvent(
    String eventId,
    String jobId,
    Instant at,
    Kind kind,
    @Nullable Encoded encoded,
    @Nullable Problem problem) {

  /** What can happen to a job. */
  public enum Kind {
    /** Written, read back and equal byte for byte. */
    VERIFIED,
    /** Cannot be made as ordered; the job goes back and a person looks at it. */
    REFUSED,
    /** Given back unmade; another station may have it. */
    RELEASED
  }

  /**
   * A card that was read back equal.
   *
   * @param uid the chip's UID, 8, 14 or 20 upper-case hexadecimal digits
   * @param model the chip's model, as {@code NTAG215}
   * @param message the NDEF message that the chip now holds, upper-case hexadecimal digits
   * @param counterBaseline the chip's read counter after the station's own reads; absent where the
   *     chip does not count
   * @param exchanges how many commands it took
   * @param finished what was done to the chip after that; absent for nothing, so that servers that
   *     do not know of it take the event
   */
  public record Encoded(
      String uid,
      String model,
      String message,
      @Nullable Integer counterBaseline,
      int exchanges,
      @Nullable List<Finished> finished) {

    public Encoded {
      finished = finished == null ? null : List.copyOf(finished);
    }

    /** What was done to the chip after it was read back; empty for nothing. */
    public List<Finished> steps() {
      return finished == null ? List.of() : finished;
    }
  }

  /** What is done to a chip after it was read back equal. */
  public enum Finished {
    /** It can never be written again. */
    LOCKED,
    /** Writing it takes its password. */
    PASSWORD,
    /** It has keys of its own. */
    KEYS
  }

  /**
   * Why a card could not be made.
   *
   * @param code the refusal's stable code
   * @param message for people
   */
  public record Problem(String code, String message) {}
}
