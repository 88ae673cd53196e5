package tapwright.server.store.upkeep.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.upkeep.Fitness;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.Session;

/** Checks a whole record, beside the servers that work on it: it sees one state throughout. */
public final class RecordAudit {

  private RecordAudit() {}

  /**
   * Every check, in the order of {@link Check}; refused where there is no record of this version.
   *
   * @param packs by which decisions are taken again
   */
  public static Answer<List<CheckResult>> run(RecordUrl url, Packs packs, Progress progress) {
    Optional<Refusal> unfit = Fitness.refusal(url);
    if (unfit.isPresent()) {
      return Answer.refused(unfit.get());
    }
    try (Session session = Session.reading(url)) {
      return Answer.done(run(session, packs, progress));
    }
  }

  public static List<CheckResult> run(Session session, Packs packs, Progress progress) {
    List<CheckResult> results = new ArrayList<>();
    results.add(EngineChecks.engine(session));
    results.add(ReferenceCheck.run(session));
    results.addAll(HitWalk.all(session, progress));
    results.addAll(CardChecks.run(session));
    results.add(ContactCheck.run(session));
    results.add(DecisionCheck.all(session, packs));
    results.add(CardStates.all(session));
    results.add(MoneyCheck.all(session));
    results.add(ClaimCheck.all(session));
    results.add(PlanCheck.all(session));
    return List.copyOf(results);
  }
}
