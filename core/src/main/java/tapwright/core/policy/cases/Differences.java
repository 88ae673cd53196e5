package tapwright.core.policy.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tapwright.core.policy.Word;
import tapwright.core.policy.decide.Decision;

/** What a case lists and its decision does not have. */
final class Differences {

  private static final String NONE = "none";

  private final List<String> expected = new ArrayList<>();
  private final List<String> got = new ArrayList<>();

  private Differences() {}

  static Differences between(GoldenCase.Expected listed, Decision decision) {
    Differences all = new Differences();
    all.equal("outcome", word(listed.outcome()), decision.outcome().word());
    all.includes("by", listed.by(), decision.byIds());
    all.includes("over", listed.over(), decision.overIds());
    all.sameSet("missing", listed.missing(), decision.missing());
    all.sameSet("effects", words(listed.effects()), words(decision.effects()));
    all.equal("shipping", word(listed.shipping()), word(decision.shipping()));
    all.equal("amount", listed.amount(), decision.amount());
    listed.due().forEach((step, at) -> all.equal(step.word(), at, decision.due().get(step)));
    Decision.Until until = decision.until();
    all.equal("until", listed.until(), until == null ? null : until.at());
    all.sameSet("notices", words(listed.notices()), words(decision.notices()));
    return all;
  }

  /** Everything that a case lists, where there is no decision to compare it with. */
  static String listed(GoldenCase.Expected expected) {
    return "outcome " + Objects.requireNonNullElse(word(expected.outcome()), NONE);
  }

  boolean isEmpty() {
    return expected.isEmpty();
  }

  String expected() {
    return String.join(", ", expected);
  }

  String got() {
    return String.join(", ", got);
  }

  private void equal(String key, @Nullable Object listed, @Nullable Object decided) {
    if (listed != null && !listed.equals(decided)) {
      add(key, listed.toString(), decided == null ? NONE : decided.toString());
    }
  }

  private void includes(String key, List<String> listed, List<String> decided) {
    if (!new HashSet<>(decided).containsAll(listed)) {
      add(key, join(listed), join(decided));
    }
  }

  private void sameSet(
      String key, @Nullable Collection<String> listed, @Nullable Collection<String> decided) {
    Collection<String> have = decided == null ? Set.of() : decided;
    if (listed != null && !new TreeSet<>(listed).equals(new TreeSet<>(have))) {
      add(key, join(listed), join(have));
    }
  }

  private void add(String key, String listed, String decided) {
    expected.add(key + " " + listed);
    got.add(key + " " + decided);
  }

  private static String join(Collection<String> ids) {
    return ids.isEmpty() ? NONE : String.join("+", ids);
  }

  private static @Nullable String word(@Nullable Word word) {
    return word == null ? null : word.word();
  }

  private static @Nullable List<String> words(@Nullable Set<? extends Word> words) {
    return words == null ? null : words.stream().map(Word::word).toList();
  }
}
