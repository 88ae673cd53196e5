package tapwright.agent.encode.type4;

import java.util.ArrayList;
import java.util.List;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Checked;
import tapwright.core.tag.dna.FileDescription;

/**
 * What {@link DnaPersonalisation} would do to a card, told from its file and the settings of that.
 *
 * <p>No key is tried, since the chip counts wrong ones: which keys it has stays open.
 */
final class DnaPlan {

  private final Type4Session card;
  private final DnaGoal goal;

  DnaPlan(Type4Session card, DnaGoal goal) {
    this.card = card;
    this.goal = goal;
  }

  Checked<List<PlannedStep>> steps() {
    return new DnaTag(card.tag().link()).fileSettings().then(this::steps);
  }

  private Checked<List<PlannedStep>> steps(FileDescription found) {
    boolean done = new DnaShown(card, goal).isDone(found);
    if (!done && found.isLockedForEver()) {
      return Checked.refused(DnaFileGate.lockedForEver(card));
    }
    List<PlannedStep> steps = new ArrayList<>();
    if (!done) {
      addMaking(found, steps);
    }
    steps.add(Type4Words.MASTER_KEY);
    if (goal.lock() && !found.isLockedForEver()) {
      steps.add(Type4Words.LOCKING);
    }
    return Checked.passed(steps);
  }

  private void addMaking(FileDescription found, List<PlannedStep> steps) {
    if (!DnaFileGate.isOpen(found)) {
      steps.add(Type4Words.OPENING);
    }
    steps.addAll(Type4Words.writes(card.planOf(goal.message())));
    steps.add(Type4Words.OTHER_KEYS);
    steps.add(Type4Words.settings(goal));
  }
}
