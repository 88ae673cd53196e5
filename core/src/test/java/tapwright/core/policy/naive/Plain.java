package tapwright.core.policy.naive;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A value of a YAML text as the plain loader gives it, with every scalar left a text.
 *
 * @param map its entries, where it is a map
 * @param list its items, where it is a list
 * @param scalar its text, where it is neither
 */
public record Plain(
    @Nullable Map<String, Plain> map, @Nullable List<Plain> list, @Nullable String scalar) {

  private static final LoadSettings TEXTS_ONLY =
      LoadSettings.builder().setSchema(new FailsafeSchema()).build();

  public static Plain load(String yaml) {
    return of(Objects.requireNonNull(new Load(TEXTS_ONLY).loadFromString(yaml)));
  }

  private static Plain of(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Plain> entries = new LinkedHashMap<>();
        map.forEach((key, inner) -> entries.put((String) key, of(inner)));
        yield new Plain(Collections.unmodifiableMap(entries), null, null);
      }
      case List<?> list -> new Plain(null, list.stream().<Plain>map(Plain::of).toList(), null);
      default -> new Plain(null, null, ((String) value).strip());
    };
  }

  boolean isMap() {
    return map != null;
  }

  boolean isList() {
    return list != null;
  }

  boolean has(String key) {
    return entries().containsKey(key);
  }

  Plain at(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException("no " + key + " in " + this));
  }

  Optional<Plain> find(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  String text() {
    return Objects.requireNonNull(scalar, "a text");
  }

  int number() {
    return Integer.parseInt(text());
  }

  Map<String, Plain> entries() {
    return Objects.requireNonNull(map, "a map");
  }

  List<Plain> items() {
    return Objects.requireNonNull(list, "a list");
  }

  /** The items of a list, or the one thing that stands in its place. */
  List<Plain> itemsOrOne() {
    return isList() ? items() : List.of(this);
  }

  /** The texts of a list, or the one text that stands in its place. */
  List<String> words() {
    return itemsOrOne().stream().map(Plain::text).toList();
  }
}
