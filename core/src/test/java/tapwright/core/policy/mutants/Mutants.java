package tapwright.core.policy.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Makes every mutant of a pack, of the kinds that a hasty edit could make by mistake. */
public final class Mutants {

  private static final LoadSettings TEXTS_ONLY =
      LoadSettings.builder().setSchema(new FailsafeSchema()).build();

  private final Object root;
  private final List<Mutant> made = new ArrayList<>();

  private Mutants(String text) {
    this.root = Objects.requireNonNull(new Load(TEXTS_ONLY).loadFromString(text));
  }

  /** Every mutant; some of them a reader refuses. */
  public static List<Mutant> of(String text) {
    return new Mutants(text).all();
  }

  private List<Mutant> all() {
    Map<String, Object> pack = map(root);
    map(pack.getOrDefault("windows", Map.of()))
        .forEach(
            (name, window) ->
                add("", "window " + name, SpanEdits.of(List.of("windows", name), map(window))));
    List<?> clauses = (List<?>) pack.getOrDefault("clauses", List.of());
    for (int i = 0; i < clauses.size(); i++) {
      Map<String, Object> clause = map(clauses.get(i));
      String id = (String) clause.getOrDefault("id", "");
      add(id, id, ClauseEdits.of(List.of("clauses", i), clause));
    }
    List<?> clashes = (List<?>) pack.getOrDefault("clashes", List.of());
    for (int i = 0; i < clashes.size(); i++) {
      List<?> between = (List<?>) map(clashes.get(i)).getOrDefault("between", List.of());
      String first = (String) between.getFirst();
      add(first, "clash " + between, List.of(new Edit("taken out", List.of("clashes", i), null)));
    }
    return made;
  }

  private void add(String clause, String owner, List<Edit> edits) {
    DumpSettings settings = DumpSettings.builder().build();
    for (Edit edit : edits) {
      String text = new Dump(settings).dumpToString(edit.in(root));
      made.add(new Mutant(unique(owner + ": " + edit.what()), clause, text));
    }
  }

  private String unique(String name) {
    long same =
        made.stream()
            .filter(one -> one.name().equals(name) || one.name().startsWith(name + " #"))
            .count();
    return same == 0 ? name : name + " #" + (same + 1);
  }

  static Map<String, Object> map(Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, inner) -> map.put((String) key, inner));
    return map;
  }

  /** A path that leads one step further. */
  static List<Object> then(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
