package tapwright.core.policy.check;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.policy.Word;
import tapwright.core.policy.decide.Resolution;
import tapwright.core.policy.decide.Verdict;
import tapwright.core.policy.fact.Choice;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.DisputeKind;
import tapwright.core.policy.fact.DisputeStatus;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Flag;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.pack.Clause;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Question;
import tapwright.core.policy.pack.Situation;

/**
 * One concrete case out of a group of cells, with what the engine decides on it.
 *
 * @param name what it shows
 * @param policy the key of the pack
 * @param claim what is asked
 * @param facts what is known
 * @param outcome what the claim gets
 * @param by the deciding clauses
 * @param effects what else is done
 * @param zone in which its instants are written
 */
public record Example(
    String name,
    String policy,
    Claim claim,
    Facts facts,
    Outcome outcome,
    List<String> by,
    Set<Effect> effects,
    ZoneId zone) {

  public Example {
    by = List.copyOf(by);
  }

  /** A case of the situation, in which all that is still open is settled in some way. */
  static Example of(String name, Situation situation) {
    Situation settled = settled(situation);
    Verdict verdict = Resolution.of(settled);
    return new Example(
        name,
        settled.pack().key(),
        settled.claim(),
        settled.facts(),
        verdict.outcome(),
        verdict.by().stream().map(Clause::id).toList(),
        verdict.effects(),
        settled.calendar().zone());
  }

  private static Situation settled(Situation situation) {
    Situation settled = bought(situation).settled();
    Set<Question> questions = Resolution.questions(settled);
    while (!questions.isEmpty()) {
      settled = questions.iterator().next().answers(settled).getFirst();
      questions = Resolution.questions(settled);
    }
    return withWholeDispute(settled);
  }

  /** Where nothing reads when it was bought, it was bought a day before all else. */
  private static Situation bought(Situation situation) {
    if (!situation.isOpen(Event.PURCHASED_AT)) {
      return situation;
    }
    return new Question.OfEvent(Event.PURCHASED_AT)
        .answers(situation).stream()
            .filter(answered -> !Resolution.isOlderThanThePack(answered))
            .findFirst()
            .orElse(situation);
  }

  /** Case files name a dispute with its kind and its status. */
  private static Situation withWholeDispute(Situation situation) {
    Facts.Builder facts = situation.facts().toBuilder();
    boolean kind = situation.facts().choice(Choice.DISPUTE_KIND).isPresent();
    boolean status = situation.facts().choice(Choice.DISPUTE_STATUS).isPresent();
    if (kind && !status) {
      facts.choose(Choice.DISPUTE_STATUS, DisputeStatus.OPEN);
    } else if (status && !kind) {
      facts.choose(Choice.DISPUTE_KIND, DisputeKind.CHARGEBACK);
    }
    return situation.with(facts);
  }

  /** The case as it stands in a case file, under {@code cases}. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("- name: \"" + name + "\"");
    lines.add("  claim: " + flow(claimEntries()));
    lines.add("  facts: " + flow(factEntries()));
    Map<String, String> expect = new LinkedHashMap<>();
    expect.put("outcome", outcome.word());
    if (!by.isEmpty()) {
      expect.put("by", "[" + String.join(", ", by) + "]");
    }
    if (outcome != Outcome.NEEDS_INFO) {
      expect.put("effects", "[" + Word.list(effects) + "]");
    }
    lines.add("  expect: " + flow(expect));
    return lines;
  }

  /** Claim and facts as a case file has them, without the lines around them. */
  String inOneLine() {
    return "claim " + flow(claimEntries()) + ", facts " + flow(factEntries());
  }

  /** A whole case file that holds this case alone, under a calendar without unknown years. */
  public String file() {
    return "policy: "
        + policy
        + "\ncalendar: {}\ncases:\n"
        + lines().stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }

  private Map<String, String> claimEntries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("kind", claim.kind().word());
    entries.put("reason", claim.reason().word());
    entries.put("at", instant(claim.at()));
    if (claim.evidence().size() < Evidence.values().length) {
      entries.put("evidence", "[" + Word.list(claim.evidence()) + "]");
    }
    return entries;
  }

  private Map<String, String> factEntries() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Choice choice : Choice.ALL) {
      boolean apart = choice == Choice.DISPUTE_KIND || choice == Choice.DISPUTE_STATUS;
      if (!apart) {
        facts.choice(choice).ifPresent(value -> entries.put(choice.key(), value.word()));
      }
    }
    facts
        .choice(Choice.DISPUTE_KIND)
        .ifPresent(
            kind ->
                entries.put(
                    "dispute",
                    "{kind: "
                        + kind.word()
                        + ", status: "
                        + facts.choice(Choice.DISPUTE_STATUS).orElseThrow().word()
                        + "}"));
    Flag.ALL.stream().filter(facts::is).forEach(flag -> entries.put(flag.key(), "true"));
    facts.events().forEach((event, at) -> entries.put(event.word(), instant(at)));
    facts.price().ifPresent(price -> entries.put("price", "\"" + price + "\""));
    usage(entries);
    return entries;
  }

  private void usage(Map<String, String> entries) {
    switch (facts.usage()) {
      case Usage.Counts counts -> {
        if (counts.taps() != null) {
          entries.put("taps", counts.taps().toString());
        }
        if (counts.shares() != null) {
          entries.put("shares", counts.shares().toString());
        }
      }
      case Usage.Timeline timeline ->
          entries.put(
              "usage",
              timeline.uses().stream()
                  .map(
                      use ->
                          "{at: "
                              + instant(use.at())
                              + ", taps: "
                              + use.taps()
                              + ", shares: "
                              + use.shares()
                              + "}")
                  .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private String instant(Instant at) {
    return "\"" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone)) + "\"";
  }

  private static String flow(Map<String, String> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
