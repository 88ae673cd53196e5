package tapwright.core.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A condition in words, for the page that a lawyer reads. */
final class ConditionText {

  private ConditionText() {}

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.All all -> all.parts().isEmpty() ? "always" : joined(all.parts(), " and ");
      case Condition.Any any -> joined(any.parts(), " or ");
      case Condition.Not not -> "not (" + of(not.part()) + ")";
      case Condition.Shown shown -> "shown: " + inner(shown.part());
      case Condition.Chosen chosen -> chosen.choice().key() + " is " + sorted(chosen.values());
      case Condition.Flagged flagged -> (flagged.value() ? "" : "not ") + flagged.flag().key();
      case Condition.Happened happened -> happened.event().word() + " has happened";
      case Condition.Within within -> act(within.act()) + " within " + within.window().id();
      case Condition.After after -> act(after.act()) + " after " + after.window().id();
      case Condition.Uses uses ->
          uses.comparison().word().replace('-', ' ')
              + " "
              + uses.limit()
              + " uses within "
              + uses.window().id();
    };
  }

  private static String act(@Nullable Event event) {
    return event == null ? "the claim is sent" : event.word() + " is";
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(ConditionText::inner).collect(Collectors.joining(word));
  }

  private static String inner(Condition part) {
    boolean compound =
        part instanceof Condition.Any
            || (part instanceof Condition.All all && !all.parts().isEmpty());
    return compound ? "(" + of(part) + ")" : of(part);
  }

  private static String sorted(Set<Word> values) {
    return values.stream()
        .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
        .map(Word::word)
        .collect(Collectors.joining(" or "));
  }
}
