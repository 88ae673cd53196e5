package tapwright.core.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a policy, as data.
 *
 * @param citation its id, source and meaning
 * @param kind what part it plays
 * @param claims the kinds of claim that it speaks of
 * @param when the facts under which it applies
 * @param evidence what must come with the claim; of the alternatives in a group one is enough
 * @param then what follows, in variants of which the last always holds; empty for a duty
 * @param due by when things must be done
 * @param overrides the clauses that it defeats where both apply, each with the ground
 * @param reading how it is read where it is unclear; null where it is plain
 */
record Clause(
    Citation citation,
    ClauseKind kind,
    Set<ClaimKind> claims,
    Condition when,
    List<Set<Evidence>> evidence,
    List<Then> then,
    List<DueRule> due,
    Map<String, Ground> overrides,
    @Nullable Interpretation reading) {

  Clause {
    EnumSet<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    kinds.addAll(claims);
    claims = Collections.unmodifiableSet(kinds);
    evidence = List.copyOf(evidence);
    then = List.copyOf(then);
    due = List.copyOf(due);
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }

  String id() {
    return citation.id();
  }

  boolean decidesOn(ClaimKind claim) {
    return kind.decides() && claims.contains(claim);
  }

  /** What follows in this situation; the last variant has no condition, so one always does. */
  Then thenIn(Situation situation) {
    for (Then variant : then) {
      if (variant.when().truth(situation) == Truth.TRUE) {
        return variant;
      }
    }
    throw new IllegalStateException("clause " + id() + " has no variant that always holds");
  }

  /** Whether it is open which variant follows; adds what must be asked to know. */
  void askVariant(Situation situation, Set<Question> questions) {
    for (Then variant : then) {
      variant.when().ask(situation, questions);
      if (variant.when().truth(situation) == Truth.TRUE) {
        return;
      }
    }
  }
}
