package tapwright.agent.station.job;

import java.util.Map;

/**
 * What became of the cards that came by in one run.
 *
 * @param attended cards that lay on the reader, whatever became of them
 * @param rewritten those that were written anew and read back equal
 * @param linkOnly those of these that hold no contact, since it did not fit
 * @param begun cards of this and earlier runs that were lifted too early and must come again
 * @param untold events that the server has not answered, or cannot read
 * @param serverAway whether the server could not be reached in the end
 * @param causes what went wrong on the way, counted by its code
 * @param millis how long it took
 */
public record RewriteSummary(
    int attended,
    int rewritten,
    int linkOnly,
    int begun,
    int untold,
    boolean serverAway,
    Map<String, Integer> causes,
    long millis) {

  public RewriteSummary {
    causes = Map.copyOf(causes);
  }
}
