package tapwright.agent.main.bench.encode;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one card took, beside the fewest that it can take.
 *
 * @param millis from the card's arrival to the equal read-back, one for each of {@link
 *     EncodeBench#OVERHEADS}
 * @param floor what no safe writer can go below
 */
public record EncodeFigure(EncodeCase card, Spent spent, List<Double> millis, EncodeFloors floor) {

  /**
   * Counted at the virtual tag.
   *
   * @param exchanges commands that reached it
   * @param writes pages that it wrote
   */
  public record Spent(int exchanges, int writes) {}

  public EncodeFigure {
    millis = List.copyOf(millis);
  }

  /** Whether it took no more than has to be, as far as that is known. */
  public boolean isMet() {
    return isWithin(spent.exchanges(), floor.exchanges())
        && isWithin(spent.writes(), floor.writes());
  }

  private static boolean isWithin(int spent, @Nullable Integer floor) {
    return floor == null || spent <= floor;
  }
}
