package tapwright.server.store.upkeep.audit;

import java.util.List;
import java.util.Map;

/**
 * What is on record of one card, as a person asks for it.
 *
 * @param sections what happened, topic by topic
 * @param checks what its own checks show
 */
public record CardStory(List<Section> sections, List<CheckResult> checks) {

  public CardStory {
    sections = List.copyOf(sections);
    checks = List.copyOf(checks);
  }

  /**
   * One topic.
   *
   * @param title its name, one word or some joined by hyphens
   * @param rows what there is, each with its values by name in a fixed order
   * @param left how many rows more there are than are shown
   */
  public record Section(String title, List<Map<String, Object>> rows, long left) {

    public Section {
      rows = List.copyOf(rows);
    }
  }
}
