package tapwright.agent.encode.type4;

import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.encode.LastingStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Checked;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.NdefFile;

/**
 * One NTAG 424 DNA given its message, its keys and its signature, from whatever state it is found
 * in.
 *
 * <table>
 * <caption>Steps; each is done again without harm, and key 0 tells how far the card has come</caption>
 * <tr><td>1</td><td>every key proved</td><td>AuthenticateEV2First; where key 0 is the order's, it alone</td></tr>
 * <tr><td>2</td><td>file open and unsigned</td><td>ChangeFileSettings, where it is not</td></tr>
 * <tr><td>3</td><td>message written, read back equal</td><td>as on every Type 4 tag</td></tr>
 * <tr><td>4</td><td>keys 1 to 4</td><td>ChangeKey; until key 0 is changed anybody can go back</td></tr>
 * <tr><td>5</td><td>settings: signed, written with key 0 alone</td><td>ChangeFileSettings</td></tr>
 * <tr><td>6</td><td>a signed message read and verified</td><td>its counter is the baseline</td></tr>
 * <tr><td>7</td><td>key 0, then proved</td><td>ChangeKey, AuthenticateEV2First</td></tr>
 * <tr><td>8</td><td>lock, where ordered</td><td>ChangeFileSettings, for ever</td></tr>
 * </table>
 *
 * <p>The file never signs with the factory's keys, and no message stands under places that were
 * meant for another. A key change whose answer is lost may have been done or not: each key is tried
 * as the order's and as the factory's before anything is written, and a third one is refused. The
 * order's keys were written down before the card was touched: by the journal, which keeps the whole
 * job, or in the file that a command by hand was given.
 */
final class DnaPersonalisation {

  private final DnaMaster master;
  private final DnaFileGate gate;
  private final DnaKeyRing keys;
  private final DnaTag chip;
  private final DnaShown shown;
  private final Type4Session card;
  private final DnaGoal goal;
  private final RunningRecord record;

  DnaPersonalisation(
      Type4Session card, DnaGoal goal, RunningRecord record, RandomGenerator random) {
    this.master = new DnaMaster(card, random);
    this.gate = new DnaFileGate(card, master, record);
    this.keys = new DnaKeyRing(master, goal.keys());
    this.chip = new DnaTag(card.tag().link());
    this.shown = new DnaShown(card, goal);
    this.card = card;
    this.goal = goal;
    this.record = record;
  }

  /**
   * Brings the card there.
   *
   * @return the read counter after the station's own reads; empty where it does not sign
   */
  Checked<Optional<Integer>> carryOut() {
    return chip.fileSettings().then(found -> goal.isSetIn(found) ? prove(found) : make(found));
  }

  /** The settings are there: what is left is the message, the keys and the lock. */
  private Checked<Optional<Integer>> prove(FileDescription found) {
    Checked<Optional<Integer>> counter = shown.counter();
    return counter instanceof Checked.Passed<Optional<Integer>>
        ? keys.find(true)
            .then(proved -> handOver())
            .then(open -> found.isSetTo(goal.settings()) ? lock() : Checked.passed(open))
            .then(done -> counter)
        : make(found);
  }

  private Checked<Optional<Integer>> make(FileDescription found) {
    return gate.changeable(found)
        .then(changeable -> keys.find(!DnaFileGate.isOpen(found)))
        .then(proved -> gate.open(found, goal.message()))
        .then(open -> written())
        .then(written -> keys.changeOthers())
        .then(changed -> changed.set(goal.settings()))
        .then(set -> verified())
        .then(counter -> handOver().then(open -> lock()).map(done -> counter));
  }

  private Checked<NdefFile> written() {
    NdefFile file = card.readFile(NdefFile.LENGTH_BYTES + goal.message().size());
    record.begin(goal.message());
    return file.holds(goal.message()) ? Checked.passed(file) : card.write(goal.message());
  }

  private Checked<Optional<Integer>> verified() {
    master.close();
    return shown.counter();
  }

  /** Key 0 last, and proved by a session of it. */
  private Checked<DnaMaster> handOver() {
    if (keys.isHandedOver()) {
      return Checked.passed(master);
    }
    record.begin(goal.message());
    return keys.handOver();
  }

  private Checked<DnaMaster> lock() {
    if (!goal.lock()) {
      return Checked.passed(master);
    }
    record.before(LastingStep.LOCK, goal.message());
    return master.ready().then(open -> open.set(goal.lockedSettings()));
  }
}
