package tapwright.core.policy.decide;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tapwright.core.policy.calendar.Calendar;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Notice;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Situation;
import tapwright.core.policy.pack.Step;

/** Decides claims: a pure function of pack, calendar, claim and facts. */
public final class Engine {

  private Engine() {}

  /**
   * The decision on a claim, taken as of the instant at which it was sent.
   *
   * @param pack the version of the seller's policy that rules the order
   * @param calendar its zone, week and holidays, mostly {@code pack.calendar()}
   * @param claim what is asked
   * @param facts what is known
   */
  public static Decision decide(Pack pack, Calendar calendar, Claim claim, Facts facts) {
    Situation situation = new Situation(pack, calendar, claim, facts);
    Verdict verdict = Resolution.of(situation);
    List<Decision.NearMiss> nearMisses = NearMisses.of(situation, verdict);
    return new Decision(
        claim,
        verdict.outcome(),
        verdict.amount(),
        verdict.by().stream().map(Clause::citation).toList(),
        verdict.over(),
        nearMisses,
        List.copyOf(verdict.missing()),
        verdict.effects(),
        verdict.shipping(),
        verdict.due(),
        Horizon.of(situation, verdict),
        verdict.why(),
        UsesSeen.of(situation, verdict, nearMisses),
        UsesSeen.mayBeHigher(situation, verdict) ? Set.of(Notice.USAGE_MAY_BE_HIGHER) : Set.of(),
        basis(pack, calendar, facts));
  }

  /**
   * By when what must be done whatever clause decides: what the seller's duties say where a person
   * gave the outcome, and the pack may have nothing to say of the claim.
   */
  public static Map<Step, Instant> duties(Pack pack, Claim claim, Facts facts, Outcome outcome) {
    Situation situation = new Situation(pack, pack.calendar(), claim, facts);
    return DueDates.of(situation, List.of(), outcome).dates();
  }

  private static Decision.Basis basis(Pack pack, Calendar calendar, Facts facts) {
    return new Decision.Basis(
        pack.key(), pack.sha256(), calendar.sha256(), facts.sha256(), calendar.zone());
  }
}
