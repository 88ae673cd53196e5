package tapwright.core.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The values of each fact that a pack tells apart: one stands for all that its conditions treat
 * alike, so a handful of answers stands for every possible one.
 */
final class Cells {

  private final Map<Choice, List<Word>> representatives = new EnumMap<>(Choice.class);

  private Cells(List<Condition.Chosen> comparisons) {
    for (Choice choice : Choice.ALL) {
      representatives.put(choice, representatives(choice, comparisons));
    }
  }

  static Cells of(List<Clause> clauses, List<Gap> gaps) {
    Stream<Condition> conditions =
        Stream.of(
                clauses.stream().map(Clause::when),
                clauses.stream().flatMap(clause -> clause.then().stream()).map(Then::when),
                gaps.stream().map(Gap::when))
            .flatMap(all -> all);
    return new Cells(conditions.flatMap(Cells::comparisons).toList());
  }

  /** One value of each group that the pack tells apart. */
  List<Word> of(Choice choice) {
    return representatives.getOrDefault(choice, choice.allowed());
  }

  private static List<Word> representatives(Choice choice, List<Condition.Chosen> comparisons) {
    Map<List<Boolean>, Word> firstOfGroup = new LinkedHashMap<>();
    for (Word value : choice.allowed()) {
      List<Boolean> answers = new ArrayList<>();
      for (Condition.Chosen comparison : comparisons) {
        if (comparison.choice() == choice) {
          answers.add(comparison.values().contains(value));
        }
      }
      firstOfGroup.putIfAbsent(answers, value);
    }
    return List.copyOf(firstOfGroup.values());
  }

  private static Stream<Condition.Chosen> comparisons(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().flatMap(Cells::comparisons);
      case Condition.Any any -> any.parts().stream().flatMap(Cells::comparisons);
      case Condition.Not not -> comparisons(not.part());
      case Condition.Shown shown -> comparisons(shown.part());
      case Condition.Chosen chosen -> Stream.of(chosen);
      case Condition.Flagged _, Condition.Happened _ -> Stream.empty();
      case Condition.Within _, Condition.After _, Condition.Uses _ -> Stream.empty();
    };
  }
}
