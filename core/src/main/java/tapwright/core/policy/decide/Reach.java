package tapwright.core.policy.decide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Condition;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;

/**
 * How far each clause reaches in a situation that may leave facts open: whether it stands, whatever
 * the open facts turn out to be, and what can follow from it.
 */
public final class Reach {

  private final Situation situation;
  private final List<Standing> standings = new ArrayList<>();

  private Reach(Situation situation) {
    this.situation = situation;
    for (Clause clause : situation.pack().deciding(situation.claim().kind())) {
      standings.add(standing(clause));
    }
  }

  /**
   * What is settled of one clause.
   *
   * @param clause which
   * @param applies whether its facts are there and something follows from it
   * @param applicable what may follow where it applies
   * @param stands whether it applies and no clause defeats it
   * @param follows what may follow where it stands
   */
  public record Standing(
      Clause clause, Truth applies, List<Then> applicable, Truth stands, List<Then> follows) {

    static Standing never(Clause clause) {
      return new Standing(clause, Truth.FALSE, List.of(), Truth.FALSE, List.of());
    }

    /** What the claim gets by it for certain; null while it may not stand or say this or that. */
    public @Nullable Then result() {
      boolean certain =
          stands == Truth.TRUE && follows.stream().allMatch(follows.getFirst()::givesTheSameAs);
      return certain ? follows.getFirst() : null;
    }

    public boolean maySayOtherThan(Then then) {
      return follows.stream().anyMatch(variant -> !variant.givesTheSameAs(then));
    }
  }

  public static Reach of(Situation situation) {
    return new Reach(situation);
  }

  public Situation situation() {
    return situation;
  }

  /** Every clause that could decide the claim, each after those that override it. */
  public List<Standing> standings() {
    return standings;
  }

  /** The clause's own standing; that of a clause which speaks of other claims is never. */
  public Standing of(Clause clause) {
    return standings.stream()
        .filter(standing -> standing.clause().id().equals(clause.id()))
        .findFirst()
        .orElseGet(() -> Standing.never(clause));
  }

  private Standing standing(Clause clause) {
    Truth applies = clause.when().truth(situation);
    if (applies == Truth.FALSE) {
      return Standing.never(clause);
    }
    List<Then> variants = new ArrayList<>();
    boolean maySayNothing = variantsThatMayFollow(clause, variants);
    if (variants.isEmpty()) {
      return Standing.never(clause);
    }
    applies = maySayNothing ? Truth.UNKNOWN : applies;
    return undefeated(clause, applies, variants);
  }

  /** Gathers them in order; returns whether possibly none of them follows. */
  private boolean variantsThatMayFollow(Clause clause, List<Then> variants) {
    for (Then variant : clause.then()) {
      Truth follows = variant.when().truth(situation);
      if (follows != Truth.FALSE) {
        variants.add(variant);
      }
      if (follows == Truth.TRUE) {
        return false;
      }
    }
    return true;
  }

  private Standing undefeated(Clause clause, Truth applies, List<Then> variants) {
    List<Then> left = new ArrayList<>(variants);
    boolean mayBeDefeated = false;
    for (Standing winner : standings) {
      if (winner.stands() != Truth.FALSE && winner.clause().overrides().containsKey(clause.id())) {
        left.removeIf(variant -> surelyDefeats(winner, variant));
        mayBeDefeated |= left.stream().anyMatch(winner::maySayOtherThan);
      }
    }
    if (left.isEmpty()) {
      return new Standing(clause, applies, variants, Truth.FALSE, List.of());
    }
    boolean open = mayBeDefeated || left.size() < variants.size();
    return new Standing(clause, applies, variants, open ? Truth.UNKNOWN : applies, left);
  }

  private static boolean surelyDefeats(Standing winner, Then loser) {
    return winner.stands() == Truth.TRUE
        && winner.follows().stream().noneMatch(variant -> variant.givesTheSameAs(loser));
  }

  /** The first open question on which it hangs whether and how the clause stands. */
  public Optional<Question> question(Standing standing) {
    Optional<Question> question = questionWhether(standing);
    for (Standing winner : standings) {
      if (question.isEmpty()
          && winner.stands() != Truth.FALSE
          && winner.clause().overrides().containsKey(standing.clause().id())) {
        question = question(winner);
      }
    }
    return question;
  }

  /** The first open question on which it hangs whether the clause applies, and with what. */
  public Optional<Question> questionWhether(Standing standing) {
    Clause clause = standing.clause();
    Set<Question> questions = new LinkedHashSet<>();
    if (clause.when().truth(situation) == Truth.UNKNOWN) {
      clause.when().ask(situation, questions);
    } else {
      clause.askVariant(situation, questions);
    }
    questions.removeIf(question -> !situation.isOpen(question.fact()));
    return questions.stream().findFirst();
  }

  /** The first open question of a condition. */
  public Optional<Question> question(Condition condition) {
    Set<Question> questions = new LinkedHashSet<>();
    condition.ask(situation, questions);
    questions.removeIf(question -> !situation.isOpen(question.fact()));
    return questions.stream().findFirst();
  }
}
