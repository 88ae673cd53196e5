package tapwright.core.policy.pack;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.fact.ClaimKind;

/**
 * One rule of a policy, as data.
 *
 * @param citation its id, source and meaning
 * @param kind what part it plays
 * @param claims the kinds of claim that it speaks of
 * @param when the facts under which it applies
 * @param evidence what must come with the claim
 * @param then what follows, in variants of which the first that holds counts; where none does the
 *     clause decides nothing
 * @param due by when things must be done
 * @param overrides the clauses that it defeats where both apply, each with the ground
 * @param reading how it is read where it is unclear; null where it is plain
 * @param place file, line and column of its text, for messages
 */
public record Clause(
    Citation citation,
    ClauseKind kind,
    Set<ClaimKind> claims,
    Condition when,
    List<Demand> evidence,
    List<Then> then,
    List<DueRule> due,
    Map<String, Ground> overrides,
    @Nullable Interpretation reading,
    String place) {

  public Clause {
    EnumSet<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    kinds.addAll(claims);
    claims = Collections.unmodifiableSet(kinds);
    evidence = List.copyOf(evidence);
    then = List.copyOf(then);
    due = List.copyOf(due);
    overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
  }

  public String id() {
    return citation.id();
  }

  public boolean decidesOn(ClaimKind claim) {
    return kind.decides() && !then.isEmpty() && claims.contains(claim);
  }

  /** Whether it asks for evidence on behalf of other clauses. */
  boolean isDemand() {
    return kind == ClauseKind.CONDITION && !evidence.isEmpty();
  }

  /** Whether it sets due dates whatever is decided. */
  boolean isDuty() {
    return !due.isEmpty() && (!kind.decides() || kind == ClauseKind.CONDITION);
  }

  /** What follows in this situation; null where none of its variants holds. */
  public @Nullable Then thenIn(Situation situation) {
    for (Then variant : then) {
      if (variant.when().truth(situation) == Truth.TRUE) {
        return variant;
      }
    }
    return null;
  }

  /** Adds what must be known before it is settled whether the clause applies, and with what. */
  public void ask(Situation situation, Truth applies, Set<Question> questions) {
    switch (applies) {
      case FALSE -> {}
      case UNKNOWN -> when.ask(situation, questions);
      case TRUE -> {
        evidence.forEach(demand -> demand.when().ask(situation, questions));
        askVariant(situation, questions);
      }
    }
  }

  /** Adds what must be known before it is settled which variant follows. */
  public void askVariant(Situation situation, Set<Question> questions) {
    for (Then variant : then) {
      variant.when().ask(situation, questions);
      if (variant.when().truth(situation) == Truth.TRUE) {
        return;
      }
    }
  }
}
