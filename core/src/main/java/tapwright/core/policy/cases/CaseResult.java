package tapwright.core.policy.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.policy.Word;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Step;

/**
 * What came of running a golden case.
 *
 * @param file the case's file
 * @param name the case
 * @param expected what the case lists and the decision does not have; empty where it passed
 * @param got what the decision has instead
 * @param why what led the engine there
 */
public record CaseResult(String file, String name, String expected, String got, String why) {

  public boolean passed() {
    return expected.isEmpty();
  }

  /** The results of all cases of a file, in its order. */
  public static List<CaseResult> run(Packs packs, CaseFile file) {
    return file.cases().stream().map(entry -> run(packs, file, entry)).toList();
  }

  private static CaseResult run(Packs packs, CaseFile file, CaseFile.Entry entry) {
    return switch (entry.parsed()) {
      case Checked.Refused<GoldenCase> refused ->
          notRun(file, entry.name(), refused.refusal(), "a case that can be read");
      case Checked.Passed<GoldenCase> taken -> run(packs, file, taken.value());
    };
  }

  private static CaseResult run(Packs packs, CaseFile file, GoldenCase golden) {
    Optional<Pack> pack = packs.inForce(file.policy(), golden.facts());
    if (pack.isEmpty()) {
      return notRun(
          file, golden.name(), packs.unknown(file.policy()), Differences.listed(golden.expected()));
    }
    Decision decision =
        Engine.decide(pack.get(), file.calendarFor(pack.get()), golden.claim(), golden.facts());
    Differences differences = Differences.between(golden.expected(), decision);
    return new CaseResult(
        file.file(),
        golden.name(),
        differences.expected(),
        differences.got(),
        differences.isEmpty() ? "" : why(pack.get(), golden.expected(), decision));
  }

  private static CaseResult notRun(CaseFile file, String name, Refusal refusal, String expected) {
    return new CaseResult(file.file(), name, expected, "no decision", refusal.message());
  }

  /** Clauses and due dates that the pack does not carry first, then what the decision says. */
  private static String why(Pack pack, GoldenCase.Expected expected, Decision decision) {
    List<String> reasons = new ArrayList<>();
    List<String> carried = pack.citations().stream().map(Citation::id).toList();
    List<String> absent =
        expected.by().stream().filter(clause -> !carried.contains(clause)).toList();
    if (!absent.isEmpty()) {
      reasons.add(pack.key() + " does not carry " + String.join(", ", absent));
    }
    Set<Step> undated = new TreeSet<>(expected.due().keySet());
    undated.removeAll(decision.due().keySet());
    if (!undated.isEmpty()) {
      reasons.add("no clause that applies sets a due date for " + Word.list(undated));
    }
    reasons.add(
        decision.why().isEmpty()
            ? "decided by " + String.join(", ", decision.byIds())
            : decision.why());
    return String.join("; ", reasons);
  }
}
