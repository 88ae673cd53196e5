package tapwright.agent.encode.type4;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.NdefFile;

/**
 * One NTAG 424 DNA emptied by who holds its keys: its file open to everybody and signing nothing,
 * no message, and the factory's keys.
 *
 * <p>Key 0 goes first. Lifted behind that, the card is as one on its way to its keys, so that both
 * erasing and writing with the same keys take it from there.
 */
final class DnaErasing {

  private final Type4Session card;
  private final DnaFileGate gate;
  private final DnaKeyRing keys;
  private final DnaTag chip;
  private final RunningRecord record;

  DnaErasing(Type4Session card, DnaKeys keys, RunningRecord record, RandomGenerator random) {
    DnaMaster master = new DnaMaster(card, random);
    this.card = card;
    this.gate = new DnaFileGate(card, master, record);
    this.keys = new DnaKeyRing(master, keys);
    this.chip = new DnaTag(card.tag().link());
    this.record = record;
  }

  Checked<NdefFile> carryOut() {
    return chip.fileSettings().then(gate::changeable).then(this::erase);
  }

  private Checked<NdefFile> erase(FileDescription found) {
    return keys.find(!DnaFileGate.isOpen(found))
        .then(proved -> gate.open(found, Bytes.EMPTY))
        .then(open -> emptied())
        .then(empty -> keys.handBack().map(back -> empty));
  }

  private Checked<NdefFile> emptied() {
    record.begin(Bytes.EMPTY);
    return card.erase();
  }

  /** What it would take, as the card's file tells; no key is tried. */
  Checked<List<PlannedStep>> plan() {
    return chip.fileSettings().then(gate::changeable).map(this::steps);
  }

  private List<PlannedStep> steps(FileDescription found) {
    List<PlannedStep> steps = new ArrayList<>();
    if (!DnaFileGate.isOpen(found)) {
      steps.add(Type4Words.OPENING);
    }
    steps.addAll(Type4Words.writes(card.planOfErasing()));
    steps.add(new PlannedStep("keys 0 to 4 are set to the factory's, where they are not", false));
    return steps;
  }
}
