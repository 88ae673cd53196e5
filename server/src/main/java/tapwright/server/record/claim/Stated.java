package tapwright.server.record.claim;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody says beyond the record.
 *
 * @param facts by the names that policies use
 * @param evidence the kinds of evidence that are there, as policies spell them
 */
public record Stated(Map<String, String> facts, Set<String> evidence) {

  public static final Stated NOTHING = new Stated(Map.of(), Set.of());

  public Stated {
    facts = Map.copyOf(facts);
    evidence = Set.copyOf(evidence);
  }

  /** Both; of two facts of one name the later counts. */
  public Stated and(Stated later) {
    Map<String, String> all = new TreeMap<>(facts);
    all.putAll(later.facts);
    Set<String> both = new TreeSet<>(evidence);
    both.addAll(later.evidence);
    return new Stated(all, both);
  }

  /** The same with one fact more. */
  public Stated with(String name, String value) {
    return and(new Stated(Map.of(name, value), Set.of()));
  }
}
