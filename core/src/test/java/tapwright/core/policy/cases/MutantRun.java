package tapwright.core.policy.cases;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.Checked;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.mutants.Mutant;
import tapwright.core.policy.pack.Pack;

/** Runs the cases of a pack against a mutant of it. */
final class MutantRun {

  private MutantRun() {}

  /**
   * A claim with what its decision must be.
   *
   * @param calendar by which days are counted
   * @param golden the case
   * @param why what the decision must say of its reasons, where all of it is pinned; else null
   */
  record Check(Calendar calendar, GoldenCase golden, @Nullable String why) {

    boolean passes(Pack pack) {
      Decision decision = Engine.decide(pack, calendar, golden.claim(), golden.facts());
      return why == null
          ? Differences.between(golden.expected(), decision).isEmpty()
          : PinnedCase.expect(decision).equals(golden.expected()) && decision.why().equals(why);
    }

    /** The decision as a pinned case would list it, for messages. */
    String seen(Pack pack) {
      Decision decision = Engine.decide(pack, calendar, golden.claim(), golden.facts());
      return PinnedCase.text(PinnedCase.expect(decision)) + "; " + decision.why();
    }

    boolean names(String clause) {
      return golden.expected().by().contains(clause) || golden.expected().over().contains(clause);
    }
  }

  /** The pack that a mutant is, unless it is refused when read. */
  static Optional<Pack> read(Mutant mutant) {
    return switch (Packs.parse("mutant.yaml", mutant.text())) {
      case Checked.Passed<Pack> taken -> Optional.of(taken.value());
      case Checked.Refused<Pack> _ -> Optional.empty();
    };
  }

  /** Whether a case notices; those that name the changed clause are asked first. */
  static boolean isKilled(Pack mutant, String clause, List<Check> checks) {
    return checks.stream().anyMatch(check -> check.names(clause) && !check.passes(mutant))
        || checks.stream().anyMatch(check -> !check.names(clause) && !check.passes(mutant));
  }
}
