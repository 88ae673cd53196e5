package tapwright.core;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An expected "no", as a value: never thrown, always with what was seen and what is allowed.
 *
 * @param code why
 * @param details what the message speaks of, by name
 */
public record Refusal(RefusalCode code, Map<String, String> details) {

  public Refusal {
    details = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  static Refusal of(RefusalCode code, Object... details) {
    if (details.length % 2 != 0) {
      throw new IllegalArgumentException("details has " + details.length + " parts, not pairs");
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < details.length; i += 2) {
      named.put(String.valueOf(details[i]), String.valueOf(details[i + 1]));
    }
    return new Refusal(code, named);
  }

  /** The template with its details filled in. */
  public String message() {
    String text = code.template();
    for (Map.Entry<String, String> detail : details.entrySet()) {
      text = text.replace("{" + detail.getKey() + "}", detail.getValue());
    }
    return text;
  }

  @Override
  public String toString() {
    return code.code() + ": " + message();
  }
}
