package tapwright.core.policy.check;

import java.util.List;
import java.util.Set;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;

/**
 * What changes for claims when one pack takes the place of another.
 *
 * @param from id and version of the one
 * @param to id and version of the other
 * @param same how many groups of cells get the same by the same clauses
 * @param changes the groups that get something else, or by other clauses
 */
public record PackDiff(String from, String to, int same, List<Change> changes) {

  public PackDiff {
    changes = List.copyOf(changes);
  }

  /** Goes through the cells that both packs together tell apart. */
  public static PackDiff between(Pack one, Pack other) {
    return new Comparing(one, other).diff();
  }

  /**
   * Cells that change alike.
   *
   * @param kind what is asked
   * @param was what such a claim gets under the first pack
   * @param becomes what it gets under the second
   * @param cells how many groups of cells change so
   * @param example one of them, with what it becomes
   */
  public record Change(ClaimKind kind, Result was, Result becomes, int cells, Example example) {}

  /**
   * What claims of a group of cells get.
   *
   * @param outcome what the claim gets
   * @param effects what else is done
   * @param by the clauses that decide
   * @param note the gap that swallows the claim, or that clauses clash; empty where clauses decide
   */
  public record Result(Outcome outcome, Set<Effect> effects, List<String> by, String note) {

    public Result {
      effects = Set.copyOf(effects);
      by = List.copyOf(by);
    }

    /** In one line: {@code full-refund with cancel-now by B1}. */
    public String inWords() {
      String with =
          effects.isEmpty() ? "" : " with " + Word.list(effects.stream().sorted().toList());
      String clauses = by.isEmpty() ? "" : " by " + String.join(", ", by);
      return outcome.word() + with + clauses + (note.isEmpty() ? "" : " (" + note + ")");
    }
  }
}
