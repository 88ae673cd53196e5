package tapwright.server.store.upkeep.audit;

import java.util.List;

/**
 * What a check showed.
 *
 * @param check which
 * @param count how much was compared
 * @param differing how much of that is not as it must be
 * @param examples the first of what differs, each with its card
 * @param notes what could not be checked and why; that is no difference
 */
public record CheckResult(
    Check check, long count, long differing, List<String> examples, List<String> notes) {

  public CheckResult {
    examples = List.copyOf(examples);
    notes = List.copyOf(notes);
  }

  public boolean inOrder() {
    return differing == 0;
  }
}
