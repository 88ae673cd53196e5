package tapwright.core.policy.explain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.policy.decide.Asked;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.UsesSeen;
import tapwright.core.policy.pack.Citation;
import tapwright.core.policy.pack.Miss;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;

/**
 * A decision in plain words, line by line, as a support person reads it.
 *
 * <p>The words are kept with the decision, and an audit compares them with those that it makes
 * anew. Who changes how something is said makes every decision that said it otherwise a finding.
 */
public final class Explanation {

  private final Decision decision;
  private final ZoneId zone;
  private final List<String> lines = new ArrayList<>();

  private Explanation(Decision decision) {
    this.decision = decision;
    this.zone = decision.basis().zone();
  }

  /** The lines, most important first. */
  public static List<String> of(Decision decision) {
    return new Explanation(decision).lines();
  }

  private List<String> lines() {
    lines.add(Phrases.result(decision));
    clauses();
    missing();
    decision.nearMisses().forEach(near -> lines.add(nearMiss(near)));
    usage();
    dues();
    until();
    lines.add(
        "Decided on the claim as sent "
            + moment(decision.claim().at())
            + " under "
            + decision.basis().pack()
            + ". "
            + law());
    return List.copyOf(lines);
  }

  private String law() {
    List<String> overlays = decision.basis().overlays();
    return overlays.isEmpty()
        ? "Rights that the law gives beside the policy were not considered."
        : "Rights that the law gives beside the policy were considered: "
            + String.join(" and ", overlays)
            + ", which a lawyer has to confirm.";
  }

  private void clauses() {
    if (!decision.why().isEmpty()) {
      lines.add("Why: " + decision.why() + ".");
    }
    String clauseWord = decision.outcome() == Outcome.NEEDS_INFO ? "Waiting: clause " : "Clause ";
    for (Citation clause : decision.by()) {
      lines.add(clauseWord + cited(clause) + ": " + clause.says() + ".");
    }
    for (Decision.Overridden over : decision.over()) {
      lines.add(
          "Set aside: clause "
              + cited(over.clause())
              + ", because clause "
              + over.winner().id()
              + " "
              + over.ground().because()
              + ".");
    }
  }

  private static String cited(Citation clause) {
    return clause.id() + " (" + clause.source() + ")";
  }

  private void missing() {
    if (!decision.missing().isEmpty()) {
      lines.add(
          "Ask for: "
              + decision.missing().stream().map(Asked::inWords).collect(Collectors.joining("; "))
              + ".");
    }
  }

  private String nearMiss(Decision.NearMiss near) {
    return "Close: clause " + near.clause().id() + " did not apply: " + miss(near.miss()) + ".";
  }

  private String miss(Miss miss) {
    return switch (miss) {
      case Miss.OtherUses other ->
          Phrases.uses(other.uses())
              + ", "
              + other.needed().word().replace('-', ' ')
              + " "
              + other.limit()
              + " needed";
      case Miss.Late late ->
          "its "
              + late.window().span().inWords()
              + " ended "
              + moment(late.end())
              + (late.acted().equals(decision.claim().at()) ? ", the claim came " : ", it came ")
              + Phrases.length(late.end(), late.acted());
      case Miss.NotYet notYet -> Phrases.notYet(notYet.event());
    };
  }

  private void usage() {
    UsesSeen usage = decision.usage();
    if (usage != null) {
      usage.windows().forEach(uses -> lines.add(Phrases.counted(uses, usage.counted())));
      if (usage.unseenReads() > 0) {
        lines.add(Phrases.unseen(usage.unseenReads()));
      }
    }
    decision.notices().forEach(notice -> lines.add(Phrases.notice(notice)));
  }

  private void dues() {
    decision.due().forEach((step, at) -> lines.add(due(step, at)));
  }

  /** What is due is due before a limit; what takes effect does so at the limit itself. */
  private String due(Step step, Instant at) {
    return step == Step.CANCEL_EFFECTIVE
        ? Phrases.step(step) + " " + start(at) + "."
        : Phrases.step(step) + " due " + before(at) + ".";
  }

  private String start(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? "with the end of " + DateWords.day(local.minusDays(1)) + " (" + zone.getId() + ")"
        : "on " + moment(at);
  }

  private void until() {
    Decision.Until until = decision.until();
    if (until == null) {
      return;
    }
    Set<String> ids = new LinkedHashSet<>(until.by().stream().map(Citation::id).toList());
    String by = ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")";
    lines.add(
        "This holds for claims sent "
            + before(until.at())
            + ". After that: "
            + Phrases.laterResult(until.outcome(), until.effects(), decision.claim().kind())
            + by
            + ".");
  }

  /**
   * A limit that is itself too late; midnight is said as the end of the day before, and one
   * nanosecond after something as up to it.
   */
  private String before(Instant limit) {
    Instant last = limit.minusNanos(1);
    if (last.equals(last.truncatedTo(ChronoUnit.MICROS))) {
      return "up to " + moment(last);
    }
    ZonedDateTime local = limit.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? "by the end of " + DateWords.day(local.minusDays(1)) + " (" + zone.getId() + ")"
        : "before " + moment(limit);
  }

  private String moment(Instant instant) {
    return moment(instant, zone);
  }

  static String moment(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    return DateWords.day(local) + " " + DateWords.time(local) + " (" + zone.getId() + ")";
  }
}
