package tapwright.server.store.upkeep.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the rows of one section; beyond a limit they are only counted. */
final class SectionRows {

  /** As many as a person looks through. */
  private static final int LIMIT = 100;

  private final String title;
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private long left;

  SectionRows(String title) {
    this.title = title;
  }

  /** A row; its values come as name, value, name, value. */
  void add(Object... values) {
    if (rows.size() == LIMIT) {
      left++;
      return;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      row.put(String.valueOf(values[i]), values[i + 1]);
    }
    rows.add(row);
  }

  CardStory.Section section() {
    return new CardStory.Section(title, rows, left);
  }
}
