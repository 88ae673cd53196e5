package tapwright.core.policy.decide;

import java.util.List;
import java.util.Map;

/** Plain values as text in one way only: a line a value, each with the path that leads to it. */
final class CanonicalText {

  private static final String VERSION = "tapwright-decision 1\n";

  private CanonicalText() {}

  static String of(Map<String, ?> values) {
    StringBuilder text = new StringBuilder(VERSION);
    write(text, "", values);
    return text.toString();
  }

  private static void write(StringBuilder text, String path, Object value) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((key, inner) -> write(text, path + "/" + key, inner));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          write(text, path + "/" + i, list.get(i));
        }
      }
      default -> text.append(path).append(' ').append(oneLine(String.valueOf(value))).append('\n');
    }
  }

  private static String oneLine(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}
