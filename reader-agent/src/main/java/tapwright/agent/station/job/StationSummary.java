package tapwright.agent.station.job;

import java.util.List;
import java.util.Map;
import tapwright.agent.print.SheetLabel;

/**
 * What a station has done in one run.
 *
 * @param verified cards that were read back equal
 * @param linkOnly those that hold no contact, since it did not fit
 * @param open jobs that are leased and not done
 * @param untold events that the server has not answered, or cannot read
 * @param serverAway whether the server could not be reached in the end
 * @param causes what went wrong on the way, counted by its code
 * @param millis how long it took
 * @param labels what is printed for this server's cards, those of earlier runs too
 */
public record StationSummary(
    int verified,
    int linkOnly,
    int open,
    int untold,
    boolean serverAway,
    Map<String, Integer> causes,
    long millis,
    List<SheetLabel> labels) {

  public StationSummary {
    causes = Map.copyOf(causes);
    labels = List.copyOf(labels);
  }
}
