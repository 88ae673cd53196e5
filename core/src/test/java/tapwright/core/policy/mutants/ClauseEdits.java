package tapwright.core.policy.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes of a clause: its claims, its condition, its evidence, what follows, what it overrides.
 */
final class ClauseEdits {

  private static final List<String> FOLLOWING = List.of("outcome", "effects", "amount", "shipping");

  private final List<Object> path;
  private final Map<String, Object> clause;
  private final List<Edit> edits = new ArrayList<>();

  private ClauseEdits(List<Object> path, Map<String, Object> clause) {
    this.path = path;
    this.clause = clause;
  }

  static List<Edit> of(List<Object> path, Map<String, Object> clause) {
    ClauseEdits all = new ClauseEdits(path, clause);
    clause.forEach(all::part);
    return all.edits;
  }

  private void part(String key, Object value) {
    List<Object> at = Mutants.then(path, key);
    switch (key) {
      case "claims" -> claims(at, value);
      case "when" -> when(at, value, "when");
      case "evidence" -> evidence(at, (List<?>) value);
      case "then" -> then(at, value);
      case "due" -> due(at, (List<?>) value);
      case "overrides" ->
          Mutants.map(value)
              .keySet()
              .forEach(id -> take("overrides without " + id, Mutants.then(at, id)));
      default -> {}
    }
  }

  /** The claims of a note are words for people, from which nothing follows. */
  private void claims(List<Object> at, Object value) {
    if (clause.containsKey("then") || clause.containsKey("due") || clause.containsKey("evidence")) {
      lessOf(at, value, "claims");
    }
  }

  private void take(String what, List<Object> at) {
    edits.add(new Edit(what, at, null));
  }

  private void when(List<Object> at, Object condition, String what) {
    take("no " + what, at);
    edits.addAll(ConditionEdits.of(at, condition, what));
  }

  /** Each item of a list left out, where one is left. */
  private void lessOf(List<Object> at, Object value, String what) {
    if (value instanceof List<?> list && list.size() > 1) {
      for (int i = 0; i < list.size(); i++) {
        take(what + " without " + list.get(i), Mutants.then(at, i));
      }
    }
  }

  private void evidence(List<Object> at, List<?> demands) {
    for (int i = 0; i < demands.size(); i++) {
      List<Object> demand = Mutants.then(at, i);
      take("evidence without [" + i + "]", demand);
      if (demands.get(i) instanceof Map<?, ?> map) {
        Object any = Objects.requireNonNull(map.get("any-of"));
        lessOf(Mutants.then(demand, "any-of"), any, "evidence[" + i + "]");
        Object condition = Objects.requireNonNull(map.get("when"));
        edits.addAll(
            ConditionEdits.of(Mutants.then(demand, "when"), condition, "evidence[" + i + "].when"));
      } else {
        lessOf(demand, demands.get(i), "evidence[" + i + "]");
      }
    }
  }

  private void then(List<Object> at, Object value) {
    if (!(value instanceof List<?> variants)) {
      follows(at, Mutants.map(value), "then");
      return;
    }
    for (int i = 0; i < variants.size(); i++) {
      String what = "then[" + i + "]";
      Map<String, Object> variant = Mutants.map(variants.get(i));
      follows(Mutants.then(at, i), variant, what);
      if (variant.containsKey("when")) {
        Object when = Objects.requireNonNull(variant.get("when"));
        edits.addAll(
            ConditionEdits.of(Mutants.then(Mutants.then(at, i), "when"), when, what + ".when"));
      }
      if (i > 0) {
        edits.add(new Edit(what + " swapped with the one before", at, swapped(variants, i)));
      }
    }
  }

  private void follows(List<Object> at, Map<String, Object> then, String what) {
    String other = "deny".equals(then.get("outcome")) ? "review" : "deny";
    edits.add(new Edit(what + " " + other, Mutants.then(at, "outcome"), other));
    if (then.containsKey("amount")) {
      take(what + " without amount", Mutants.then(at, "amount"));
    }
    if (then.containsKey("shipping")) {
      String payer = "seller".equals(then.get("shipping")) ? "customer" : "seller";
      edits.add(new Edit(what + " shipping " + payer, Mutants.then(at, "shipping"), payer));
    }
    Object effects = then.getOrDefault("effects", List.of());
    for (int i = 0; effects instanceof List<?> list && i < list.size(); i++) {
      take(what + " without " + list.get(i), Mutants.then(Mutants.then(at, "effects"), i));
    }
  }

  /** The variants, of which two lead to each other's outcome. */
  private static List<Object> swapped(List<?> variants, int later) {
    List<Object> all = new ArrayList<>(variants);
    Map<String, Object> first = Mutants.map(variants.get(later - 1));
    Map<String, Object> second = Mutants.map(variants.get(later));
    all.set(later - 1, joined(first, second));
    all.set(later, joined(second, first));
    return all;
  }

  private static Map<String, Object> joined(Map<String, Object> when, Map<String, Object> then) {
    Map<String, Object> joined = new LinkedHashMap<>(when);
    joined.keySet().removeAll(FOLLOWING);
    then.forEach(
        (key, value) -> {
          if (FOLLOWING.contains(key)) {
            joined.put(key, value);
          }
        });
    return joined;
  }

  private void due(List<Object> at, List<?> rules) {
    for (int i = 0; i < rules.size(); i++) {
      List<Object> rule = Mutants.then(at, i);
      Map<String, Object> map = Mutants.map(rules.get(i));
      String what = "due[" + i + "]";
      take(what + " taken out", rule);
      SpanEdits.of(rule, map).forEach(edit -> edits.add(named(what, edit)));
      Object condition = map.get("when");
      if (condition != null) {
        when(Mutants.then(rule, "when"), condition, what + ".when");
      }
    }
  }

  private static Edit named(String what, Edit edit) {
    return new Edit(what + " " + edit.what(), edit.path(), edit.value());
  }
}
