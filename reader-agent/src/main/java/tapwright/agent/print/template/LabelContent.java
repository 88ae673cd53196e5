package tapwright.agent.print.template;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tapwright.agent.print.page.Picture;

/**
 * What one label says.
 *
 * @param values the fields' texts; a field that is missing is empty
 * @param logo the shop's, or null for none
 */
public record LabelContent(Map<LabelField, String> values, @Nullable Picture logo) {

  public LabelContent {
    values = values.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(values));
  }

  /** A label whose symbol leads there. */
  public static LabelContent of(String link) {
    return new LabelContent(Map.of(LabelField.LINK, link), null);
  }

  /** The same with one more field. */
  public LabelContent with(LabelField field, String value) {
    Map<LabelField, String> more = new EnumMap<>(LabelField.class);
    more.putAll(values);
    more.put(field, value);
    return new LabelContent(more, logo);
  }

  /** The same with the shop's logo. */
  public LabelContent withLogo(Picture picture) {
    return new LabelContent(values, picture);
  }

  /** A field's text, empty where it has none. */
  public String value(LabelField field) {
    return values.getOrDefault(field, "");
  }
}
