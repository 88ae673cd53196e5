package tapwright.server.main.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.main.console.Columns;
import tapwright.server.main.console.CommandOutput;
import tapwright.server.main.policy.PolicyFolder;
import tapwright.server.store.upkeep.audit.CardAudit;
import tapwright.server.store.upkeep.audit.CardStory;

/** Tells a card's life: its hits and why each was classed so, its counter, what was decided. */
@Command(
    name = "card",
    mixinStandardHelpOptions = true,
    description = {
      "Tells what is on record of one card, and checks it.",
      "Its state and history, hits by class and counters, the reads that are missing, its claims",
      "with their decisions, tasks and files, its order's money and its plans; 100 lines of each.",
      "No contact, no customer's words, and of files neither names nor contents."
    })
final class AuditCardCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private RecordOption record;
  @Mixin private PolicyFolder policies;
  @Mixin private CommandOutput output;

  @Parameters(paramLabel = "CARD", description = "The card's id or slug.")
  private String card = "";

  @Override
  public Integer call() {
    Packs.Addition packs = policies.packs();
    if (!packs.refusals().isEmpty()) {
      return output.refused(spec, packs.refusals());
    }
    return switch (CardAudit.of(record.url(), card, packs.packs())) {
      case Answer.Refused<CardStory> refused -> output.refused(spec, refused.refusal());
      case Answer.Done<CardStory> done -> report(done.value());
    };
  }

  private int report(CardStory story) {
    if (output.isJson()) {
      output.json(spec, values(story));
    } else {
      output.lines(spec, Columns.of(System.getenv()).wrapped(lines(story)));
    }
    return CheckReport.exitCode(story.checks());
  }

  private static List<String> lines(CardStory story) {
    List<String> lines = new ArrayList<>();
    for (CardStory.Section section : story.sections()) {
      if (section.title().equals("used")) {
        lines.add(used(section));
        continue;
      }
      lines.add(section.title() + (section.rows().isEmpty() ? ": none" : ""));
      section.rows().forEach(row -> lines.add("  " + line(row)));
      if (section.left() > 0) {
        lines.add("  and " + section.left() + " more");
      }
    }
    lines.add("checks");
    lines.addAll(CheckReport.lines(story.checks()));
    return lines;
  }

  private static String used(CardStory.Section section) {
    return section.rows().isEmpty()
        ? "used: not given out yet, so nothing counts"
        : section.rows().stream()
            .map(
                row ->
                    "used since it was given out (%s): %s taps, %s shares"
                        .formatted(row.get("since"), row.get("taps"), row.get("shares")))
            .collect(Collectors.joining());
  }

  private static String line(Map<String, Object> row) {
    return row.entrySet().stream()
        .filter(value -> !value.getValue().toString().isEmpty())
        .map(value -> value.getKey() + " " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> values(CardStory story) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (CardStory.Section section : story.sections()) {
      map.put(section.title(), section.rows().stream().map(AuditCardCommand::plain).toList());
      if (section.left() > 0) {
        map.put(section.title() + "-left", section.left());
      }
    }
    map.put("checks", CheckReport.values(story.checks()));
    return map;
  }

  /** Numbers stay numbers; all else is text. */
  private static Map<String, Object> plain(Map<String, Object> row) {
    Map<String, Object> plain = new LinkedHashMap<>();
    row.forEach(
        (name, value) -> plain.put(name, value instanceof Number ? value : value.toString()));
    return plain;
  }
}
