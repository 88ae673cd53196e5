package tapwright.core.policy.library;

import java.util.Map;

/** A small whole policy, with cases, from which a shop writes its own. */
public final class PackTemplate {

  private static final String FOLDER = "template/";

  private PackTemplate() {}

  /**
   * The pack, with a comment at every key.
   *
   * @param id the new policy's id
   * @param title whose policy it is
   * @param year the year from whose start it is in force
   */
  public static String pack(String id, String title, int year) {
    return filled(
        "pack.yaml",
        Map.of(
            "id", id,
            "title", quoted(title),
            "year", Integer.toString(year),
            "holidays", String.join(", ", ShippedPacks.holidayLists().keySet())));
  }

  /** The cases of that pack. */
  public static String cases(String id, int year) {
    return filled(
        "cases.yaml",
        Map.of("id", id, "year", Integer.toString(year), "before", Integer.toString(year - 1)));
  }

  private static String filled(String name, Map<String, String> values) {
    String text = ShippedPacks.policyFile(FOLDER + name);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static String quoted(String title) {
    return "\"" + title.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
