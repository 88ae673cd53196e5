package tapwright.core.policy.check;

import java.util.List;
import java.util.Map;
import tapwright.core.policy.pack.Pack;

/**
 * What a pack says of every claim that can be made.
 *
 * @param pack its id and version
 * @param cells how many groups of cells end in each outcome; {@code gap} for those that a declared
 *     gap swallows
 * @param gaps the declared gaps, each with the groups that fall into it
 * @param findings what is wrong or worth a note
 */
public record PackCheck(
    String pack, Map<String, Integer> cells, List<DeclaredGap> gaps, List<Finding> findings) {

  public PackCheck {
    gaps = List.copyOf(gaps);
    findings = List.copyOf(findings);
  }

  /** Goes through all cells of the pack. */
  public static PackCheck of(Pack pack) {
    return new Analysis(pack).check();
  }

  /** What should be mended; none in a pack that may be used. */
  public List<Finding> faults() {
    return findings.stream().filter(Finding::isFault).toList();
  }

  /** How many groups of cells there are. */
  public int groups() {
    return cells.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * A hole that the pack declares.
   *
   * @param id its name
   * @param place where it is declared
   * @param because why no clause decides
   * @param cells how many groups of cells fall into it
   * @param example one of them
   */
  public record DeclaredGap(String id, String place, String because, int cells, Example example) {}
}
