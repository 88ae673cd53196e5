package tapwright.agent.print.job;

import java.util.List;
import java.util.Map;

/**
 * What a run of labels came to.
 *
 * @param target where they went
 * @param total labels that were asked for
 * @param printed labels that were printed now, as the target says
 * @param handedOver labels that were given to a target that does not tell
 * @param printedBefore labels that an earlier run printed, and that were not printed again
 * @param reprinted labels among those of now that were printed before
 * @param unclear labels that may be printed or not, which a person must look for
 * @param waiting labels that were not printed; the same command goes on with them
 * @param causes why it stopped early, and how often
 * @param millis how long it took
 */
public record PrintSummary(
    String target,
    int total,
    int printed,
    int handedOver,
    int printedBefore,
    int reprinted,
    List<Unclear> unclear,
    int waiting,
    Map<String, Integer> causes,
    long millis) {

  public PrintSummary {
    unclear = List.copyOf(unclear);
    causes = Map.copyOf(causes);
  }

  /** Whether every label that was asked for is on paper, as far as its target tells. */
  public boolean isComplete() {
    return unclear.isEmpty() && waiting == 0;
  }

  /**
   * A label that a person must look for.
   *
   * @param label what staff call it
   * @param link what its symbol leads to
   * @param why it is not known whether it was printed
   */
  public record Unclear(String label, String link, String why) {}
}
