package tapwright.server.app.watch;

import java.util.EnumMap;
import java.util.Map;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.HitClass;

/** How many hits of a batch are of which class, and how well that is known; for one thread. */
public final class HitTally {

  private final Map<HitClass, Map<Assurance, Integer>> hits = new EnumMap<>(HitClass.class);
  private int unknown;

  /** What is told of one class and assurance. */
  @FunctionalInterface
  public interface Reader {
    void read(HitClass hitClass, Assurance assurance, int hits);
  }

  /** Adds a hit that was stored. */
  public void add(HitClass hitClass, Assurance assurance) {
    hits.computeIfAbsent(hitClass, added -> new EnumMap<>(Assurance.class))
        .merge(assurance, 1, Integer::sum);
  }

  /** Adds so many hits on links that no card has, of which nothing is stored. */
  public void addUnknown(int more) {
    unknown += more;
  }

  /** Reads how many there are of each; those of which there are none are left out. */
  public void forEach(Reader reader) {
    hits.forEach(
        (hitClass, known) ->
            known.forEach((assurance, count) -> reader.read(hitClass, assurance, count)));
  }

  public int unknown() {
    return unknown;
  }
}
