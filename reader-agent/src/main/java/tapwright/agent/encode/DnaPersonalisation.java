package tapwright.agent.encode;

import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Checked;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.Type4Refusal;

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

  private final Type4Session card;
  private final DnaMaster master;
  private final DnaKeyRing keys;
  private final DnaTag chip;
  private final DnaGoal goal;
  private final RunningRecord record;

  DnaPersonalisation(
      Type4Session card, DnaGoal goal, RunningRecord record, RandomGenerator random) {
    this.card = card;
    this.master = new DnaMaster(card, random);
    this.keys = new DnaKeyRing(master, goal.keys());
    this.chip = new DnaTag(card.tag().link());
    this.goal = goal;
    this.record = record;
  }

  /**
   * Brings the card there.
   *
   * @return the read counter after the station's own reads; empty where it does not sign
   */
  Checked<Optional<Integer>> carryOut() {
    return chip.fileSettings().then(found -> isFinal(found) ? prove(found) : make(found));
  }

  private boolean isFinal(FileDescription found) {
    return found.isSetTo(goal.settings()) || found.isSetTo(goal.lockedSettings());
  }

  /** The settings are there: what is left is the message, the keys and the lock. */
  private Checked<Optional<Integer>> prove(FileDescription found) {
    Checked<Optional<Integer>> shown = shown();
    return shown instanceof Checked.Passed<Optional<Integer>>
        ? keys.find(true)
            .then(proved -> handOver())
            .then(open -> found.isSetTo(goal.settings()) ? lock() : Checked.passed(open))
            .then(done -> shown)
        : make(found);
  }

  private Checked<Optional<Integer>> make(FileDescription found) {
    return found.isLockedForEver()
        ? chip.fileSettings().then(again -> readOnly(found, again))
        : keys.find(!isOpen(found))
            .then(proved -> opened(found))
            .then(open -> written())
            .then(written -> keys.changeOthers())
            .then(changed -> changed.set(goal.settings()))
            .then(set -> verified())
            .then(counter -> handOver().then(open -> lock()).map(done -> counter));
  }

  /** What ends an order for good is asked twice. */
  private Checked<Optional<Integer>> readOnly(FileDescription found, FileDescription again) {
    if (!again.equals(found)) {
      throw new ReaderFault.AnswerUnknown("the settings of its file were read", "two answers");
    }
    return Checked.refused(
        Type4Refusal.READ_ONLY.with("model", card.model().label(), "seen", "locked for ever"));
  }

  private static boolean isOpen(FileDescription found) {
    return found.writesFreely() && !found.signs();
  }

  /** A file that everybody writes and that signs nothing, outside of a session. */
  private Checked<DnaMaster> opened(FileDescription found) {
    Checked<DnaMaster> open = isOpen(found) ? Checked.passed(master) : reset();
    return open.map(
        it -> {
          it.close();
          return it;
        });
  }

  private Checked<DnaMaster> reset() {
    record.begin(goal.message());
    return master.ready().then(open -> open.set(DnaGoal.OPEN));
  }

  private Checked<NdefFile> written() {
    NdefFile file = card.readFile(fileBytes());
    record.begin(goal.message());
    return file.holds(goal.message()) ? Checked.passed(file) : card.write(goal.message());
  }

  private Checked<Optional<Integer>> verified() {
    master.close();
    return shown();
  }

  /**
   * What everybody reads; read once more where it is not the goal's, since the air may lie once.
   */
  private Checked<Optional<Integer>> shown() {
    Checked<Optional<Integer>> seen = seen();
    return seen instanceof Checked.Passed<Optional<Integer>> ? seen : seen();
  }

  /** What everybody reads is the goal's message; signed by this chip with the order's keys. */
  private Checked<Optional<Integer>> seen() {
    NdefFile file = card.readFile(fileBytes());
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

  private int fileBytes() {
    return NdefFile.LENGTH_BYTES + goal.message().size();
  }
}
