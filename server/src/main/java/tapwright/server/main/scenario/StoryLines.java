package tapwright.server.main.scenario;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A story as people read it, line by line, and as programs do. */
final class StoryLines {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final String INDENT = " ".repeat(6);

  private final ZoneId zone;

  StoryLines(ZoneId zone) {
    this.zone = zone;
  }

  /** What the story is about. */
  static List<String> title(Scenario scenario) {
    return List.of(
        scenario.name(), "policy " + scenario.policy() + ", times in " + scenario.zone(), "");
  }

  /** A step, what was seen in it, and what was wrong. */
  List<String> of(Told told) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%4d  %s  %s: %s"
            .formatted(
                told.number(),
                TIME.format(told.at().atZone(zone)),
                told.who(),
                told.step().tells()));
    told.saw().forEach(line -> lines.add(INDENT + line));
    told.wrong()
        .ifPresent(
            wrong -> {
              lines.add(INDENT + "NOT AS TOLD: " + wrong);
              lines.add(INDENT + "see " + told.step().place());
            });
    return lines;
  }

  static Map<String, Object> json(Told told) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("step", told.number());
    map.put("at", told.at().toString());
    map.put("who", told.who());
    map.put("tells", told.step().tells());
    map.put("saw", told.saw());
    told.wrong().ifPresent(wrong -> map.put("wrong", wrong));
    return map;
  }
}
