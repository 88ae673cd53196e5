package tapwright.agent.main.reader;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.main.console.CommandRefusal;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.ReaderCatalogue;
import tapwright.core.Checked;

/** Which reader a command means. */
public final class ReaderChoice {

  private ReaderChoice() {}

  /**
   * The reader of that name or with that part of a name; the only one when none is asked for.
   *
   * <p>Slots on which no cards are laid are not among them, unless one is named in full: who does
   * that knows more than the profiles.
   *
   * @throws ReaderFault.ReaderUnknown when none has the name that is asked for
   */
  public static Checked<String> among(List<String> attached, @Nullable String asked) {
    Optional<String> exact = attached.stream().filter(name -> name.equals(asked)).findFirst();
    if (exact.isPresent()) {
      return Checked.passed(exact.get());
    }
    List<String> names = attached.stream().filter(ReaderCatalogue::takesCards).toList();
    List<String> meant =
        names.stream().filter(name -> asked == null || name.contains(asked)).toList();
    if (asked != null && meant.isEmpty()) {
      throw new ReaderFault.ReaderUnknown(asked, names);
    }
    return meant.size() == 1
        ? Checked.passed(meant.getFirst())
        : Checked.refused(
            CommandRefusal.READER.with(
                "seen", asked == null ? "not given" : "\"" + asked + "\"",
                "count", meant.size(),
                "allowed", names.isEmpty() ? "none attached" : String.join(", ", names)));
  }
}
