package tapwright.agent.encode.type4;

import java.util.Optional;
import tapwright.core.Checked;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.NdefFile;

/** What everybody reads of an NTAG 424 DNA, beside what it shall show. */
final class DnaShown {

  private final Type4Session card;
  private final DnaGoal goal;

  DnaShown(Type4Session card, DnaGoal goal) {
    this.card = card;
    this.goal = goal;
  }

  /**
   * The read counter, when the card shows the goal's message, and signs it by the goal's keys where
   * it shall; empty where it shall not. Read once more where it does not, since the air may lie
   * once.
   */
  Checked<Optional<Integer>> counter() {
    Checked<Optional<Integer>> seen = seen();
    return seen instanceof Checked.Passed<Optional<Integer>> ? seen : seen();
  }

  /** Whether the card has the goal's settings and shows the goal's message. */
  boolean isDone(FileDescription found) {
    return goal.isSetIn(found) && counter() instanceof Checked.Passed<Optional<Integer>>;
  }

  private Checked<Optional<Integer>> seen() {
    NdefFile file = card.readFile(NdefFile.LENGTH_BYTES + goal.message().size());
    if (goal.layout().isPresent()) {
      SignedFile signed = new SignedFile(goal, goal.layout().get(), file);
      return signed.holdsMessage()
          ? signed.counter(card.uid()).map(Optional::of)
          : Checked.refused(card.readsDifferently());
    }
    return file.holds(goal.message())
        ? Checked.passed(Optional.empty())
        : Checked.refused(card.readsDifferently());
  }
}
