package tapwright.agent.station.batch;

import java.util.List;
import java.util.Map;

/**
 * How a batch stands when it ends.
 *
 * @param file what the file is called
 * @param total its rows
 * @param verified cards that were read back equal, in this run or before
 * @param verifiedNow those of this run
 * @param linkOnly cards of this run that hold no contact, since it did not fit
 * @param refused rows that cannot be made as they are
 * @param unfinished rows whose card was begun and not seen again
 * @param queued rows that still wait for a card
 * @param causes what went wrong on the way, counted by its code
 * @param millis how long this run took
 */
public record BatchSummary(
    String file,
    int total,
    int verified,
    int verifiedNow,
    int linkOnly,
    List<Open> refused,
    List<Open> unfinished,
    int queued,
    Map<String, Integer> causes,
    long millis) {

  public BatchSummary {
    refused = List.copyOf(refused);
    unfinished = List.copyOf(unfinished);
    causes = Map.copyOf(causes);
  }

  /** Whether every row has its card. */
  public boolean isComplete() {
    return verified == total;
  }

  /**
   * A row without a good card.
   *
   * @param row what staff call it
   * @param uid the card that was begun for it, empty for none
   * @param code why
   * @param message why, for people
   */
  public record Open(String row, String uid, String code, String message) {}
}
