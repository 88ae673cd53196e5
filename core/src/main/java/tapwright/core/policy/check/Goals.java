package tapwright.core.policy.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.policy.decide.Reach;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.DueRule;
import tapwright.core.policy.pack.Gap;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Step;
import tapwright.core.policy.pack.Then;
import tapwright.core.policy.pack.Truth;

/** What a pack is searched for: that each part of it is of use, and that no two parts collide. */
final class Goals {

  private Goals() {}

  /**
   * A clause stands, and this follows from it.
   *
   * @param clause which
   * @param variant what follows
   */
  record Follows(Clause clause, Then variant) implements Search.Goal {

    @Override
    public Truth isMet(Reach reach) {
      Reach.Standing standing = reach.of(clause);
      if (standing.stands() == Truth.FALSE || !standing.follows().contains(variant)) {
        return Truth.FALSE;
      }
      return standing.follows().size() == 1 ? standing.stands() : Truth.UNKNOWN;
    }

    @Override
    public Optional<Question> question(Reach reach) {
      return reach.question(reach.of(clause));
    }
  }

  /**
   * A clause stands and defeats another that applies.
   *
   * @param winner the one that stands
   * @param loser the one that applies
   */
  record Defeats(Clause winner, Clause loser) implements Search.Goal {

    @Override
    public Truth isMet(Reach reach) {
      Reach.Standing one = reach.of(winner);
      Reach.Standing other = reach.of(loser);
      return differ(one.stands(), one.follows(), other.applies(), other.applicable());
    }

    @Override
    public Optional<Question> question(Reach reach) {
      return reach.question(reach.of(winner)).or(() -> reach.questionWhether(reach.of(loser)));
    }
  }

  /**
   * Two clauses stand and say different things.
   *
   * @param one a clause
   * @param other another
   */
  record Disagree(Clause one, Clause other) implements Search.Goal {

    @Override
    public Truth isMet(Reach reach) {
      Reach.Standing first = reach.of(one);
      Reach.Standing second = reach.of(other);
      return differ(first.stands(), first.follows(), second.stands(), second.follows());
    }

    @Override
    public Optional<Question> question(Reach reach) {
      return reach.question(reach.of(one)).or(() -> reach.question(reach.of(other)));
    }
  }

  /**
   * Two clauses stand, say the same, and set different dates for one step.
   *
   * @param one a clause
   * @param other another
   * @param step the step
   */
  record DatesDiffer(Clause one, Clause other, Step step) implements Search.Goal {

    @Override
    public Truth isMet(Reach reach) {
      Truth both = and(stands(reach, one), stands(reach, other));
      if (both != Truth.TRUE) {
        return both;
      }
      if (rules(one).stream().anyMatch(rule -> isOpen(reach, rule))
          || rules(other).stream().anyMatch(rule -> isOpen(reach, rule))) {
        return Truth.UNKNOWN;
      }
      Set<DueRule.Clock> first = clocks(reach, one);
      Set<DueRule.Clock> second = clocks(reach, other);
      boolean differ = !first.isEmpty() && !second.isEmpty() && !first.equals(second);
      return differ ? Truth.TRUE : Truth.FALSE;
    }

    @Override
    public Optional<Question> question(Reach reach) {
      return reach
          .question(reach.of(one))
          .or(() -> reach.question(reach.of(other)))
          .or(() -> ruleQuestion(reach, one))
          .or(() -> ruleQuestion(reach, other));
    }

    private Truth stands(Reach reach, Clause clause) {
      Reach.Standing standing = reach.of(clause);
      boolean pays = standing.follows().stream().anyMatch(then -> then.outcome().mayPay());
      return step == Step.REFUND && !pays ? Truth.FALSE : standing.stands();
    }

    private Optional<Question> ruleQuestion(Reach reach, Clause clause) {
      return rules(clause).stream()
          .flatMap(rule -> reach.question(rule.when()).stream())
          .findFirst();
    }

    private List<DueRule> rules(Clause clause) {
      return clause.due().stream().filter(rule -> rule.step() == step).toList();
    }

    private static boolean isOpen(Reach reach, DueRule rule) {
      return rule.when().truth(reach.situation()) == Truth.UNKNOWN;
    }

    private Set<DueRule.Clock> clocks(Reach reach, Clause clause) {
      return rules(clause).stream()
          .filter(rule -> rule.when().truth(reach.situation()) == Truth.TRUE)
          .map(DueRule::clock)
          .collect(Collectors.toSet());
    }
  }

  /**
   * No clause stands, and a claim falls into this hole and none before it.
   *
   * @param gap the hole
   */
  record Swallows(Gap gap) implements Search.Goal {

    @Override
    public Truth isMet(Reach reach) {
      Truth met = gap.when().truth(reach.situation());
      for (Reach.Standing each : reach.standings()) {
        met = and(met, not(each.stands()));
      }
      for (Gap before : before(reach)) {
        met = and(met, not(before.when().truth(reach.situation())));
      }
      return met;
    }

    @Override
    public Optional<Question> question(Reach reach) {
      Optional<Question> question = reach.question(gap.when());
      for (Reach.Standing each : reach.standings()) {
        question =
            question.isEmpty() && each.stands() != Truth.FALSE ? reach.question(each) : question;
      }
      for (Gap before : before(reach)) {
        question = question.isEmpty() ? reach.question(before.when()) : question;
      }
      return question;
    }

    private List<Gap> before(Reach reach) {
      List<Gap> gaps = reach.situation().pack().gaps(reach.situation().claim().kind());
      return gaps.subList(0, gaps.indexOf(gap));
    }
  }

  private static Truth differ(Truth one, List<Then> says, Truth other, List<Then> saysAgainst) {
    Truth both = and(one, other);
    if (both == Truth.FALSE) {
      return Truth.FALSE;
    }
    long pairs = (long) says.size() * saysAgainst.size();
    long differing =
        says.stream()
            .mapToLong(
                then -> saysAgainst.stream().filter(then2 -> !then.givesTheSameAs(then2)).count())
            .sum();
    if (differing == 0) {
      return Truth.FALSE;
    }
    return differing == pairs ? both : Truth.UNKNOWN;
  }

  private static Truth and(Truth one, Truth other) {
    if (one == Truth.FALSE || other == Truth.FALSE) {
      return Truth.FALSE;
    }
    return one == Truth.TRUE && other == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN;
  }

  private static Truth not(Truth truth) {
    return switch (truth) {
      case TRUE -> Truth.FALSE;
      case FALSE -> Truth.TRUE;
      case UNKNOWN -> Truth.UNKNOWN;
    };
  }
}
