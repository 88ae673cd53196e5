package tapwright.server.main.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tapwright.core.Checked;
import tapwright.core.yaml.Reading;
import tapwright.core.yaml.YamlMap;
import tapwright.core.yaml.YamlNode;
import tapwright.core.yaml.YamlText;

/** Reads stories, strict in keys and values. */
final class ScenarioReader {

  private static final int MOST_STEPS = 1_000;

  private ScenarioReader() {}

  /** The story that the text holds. */
  static Checked<Scenario> read(String file, String text) {
    return Reading.of(() -> scenario(file, new YamlText(file, text, ScenarioRefusal::of).root()));
  }

  private static Scenario scenario(String file, YamlNode root) {
    YamlMap map = root.map("scenario", "policy", "begins", "zone", "steps");
    List<Step> steps = new ArrayList<>();
    for (YamlNode node : map.required("steps").list()) {
      steps.add(StepReader.step(node));
    }
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      throw map.required("steps").wrong("a list of 1 to " + MOST_STEPS + " steps");
    }
    return new Scenario(
        file,
        map.required("scenario").text(),
        map.required("policy").text(),
        instant(map.required("begins")),
        zone(map.required("zone")),
        steps);
  }

  /** An instant with its offset, as 2026-03-04T23:59:59+05:30. */
  static Instant instant(YamlNode node) {
    try {
      return OffsetDateTime.parse(node.text()).toInstant();
    } catch (DateTimeException e) {
      throw node.wrong("a date and time with its offset, as 2026-03-04T23:59:59+05:30");
    }
  }

  private static ZoneId zone(YamlNode node) {
    try {
      return ZoneId.of(node.text());
    } catch (DateTimeException e) {
      throw node.wrong("a zone of the tz database, as Asia/Kolkata");
    }
  }
}
