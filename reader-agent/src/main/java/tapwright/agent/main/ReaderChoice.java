package tapwright.agent.main;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.Checked;

/** Which reader a command means. */
final class ReaderChoice {

  private ReaderChoice() {}

  /** The reader of that name or with that part of a name; the only one when none is asked for. */
  static Checked<String> among(List<String> names, @Nullable String asked) {
    Optional<String> exact = names.stream().filter(name -> name.equals(asked)).findFirst();
    if (exact.isPresent()) {
      return Checked.passed(exact.get());
    }
    List<String> meant =
        names.stream().filter(name -> asked == null || name.contains(asked)).toList();
    return meant.size() == 1
        ? Checked.passed(meant.getFirst())
        : Checked.refused(
            CommandRefusal.READER.with(
                "seen", asked == null ? "not given" : "\"" + asked + "\"",
                "count", meant.size(),
                "allowed", names.isEmpty() ? "none attached" : String.join(", ", names)));
  }
}
