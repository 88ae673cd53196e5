package tapwright.agent.encode;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Checked;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.Type4Refusal;

/**
 * One NTAG 424 DNA given its message, its keys and its signature, from whatever state it is found
 * in.
 *
 * <table>
 * <caption>Steps; each is done again without harm, and key 0 tells how far the card has come</caption>
 * <tr><td>1</td><td>file open and unsigned</td><td>ChangeFileSettings, where it is not</td></tr>
 * <tr><td>2</td><td>message written, read back equal</td><td>as on every Type 4 tag</td></tr>
 * <tr><td>3</td><td>keys 1 to 4</td><td>ChangeKey; until key 0 is changed anybody can go back</td></tr>
 * <tr><td>4</td><td>settings: signed, written with key 0 alone</td><td>ChangeFileSettings</td></tr>
 * <tr><td>5</td><td>a signed message read and verified</td><td>its counter is the baseline</td></tr>
 * <tr><td>6</td><td>key 0, then proved</td><td>ChangeKey, AuthenticateEV2First</td></tr>
 * <tr><td>7</td><td>lock, where ordered</td><td>ChangeFileSettings, for ever</td></tr>
 * </table>
 *
 * <p>The file never signs with the factory's keys, and no message stands under places that were
 * meant for another. A key change whose answer is lost may have been done or not: key 0 is tried as
 * the order's and as the factory's, each other key is set from the one and then from the other. The
 * order's keys were written down before the card was touched: by the journal, which keeps the whole
 * job, or in the file that a command by hand was given.
 */
final class DnaPersonalisation {

  private static final int FACTORY_VERSION = 0;

  private final Type4Session card;
  private final DnaMaster master;
  private final DnaTag chip;
  private final DnaGoal goal;
  private final RunningRecord record;

  /** From which key on they are the factory's, as far as versions were asked for. */
  private int factoryFrom = DnaKeys.COUNT;

  DnaPersonalisation(
      Type4Session card, DnaGoal goal, RunningRecord record, RandomGenerator random) {
    this.card = card;
    this.master = new DnaMaster(card, random);
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

  /** The settings are there: what is left is the message, key 0 and the lock. */
  private Checked<Optional<Integer>> prove(FileDescription found) {
    NdefFile file = card.readFile(fileBytes());
    Optional<Integer> counter = counterOf(file);
    if (!holds(file)) {
      return make(found);
    }
    return master
        .open(List.of(newMaster(), AesKey.FACTORY))
        .then(open -> handOver())
        .then(open -> found.isSetTo(goal.settings()) ? lock() : Checked.passed(open))
        .map(done -> counter);
  }

  private Checked<Optional<Integer>> make(FileDescription found) {
    if (found.isLockedForEver()) {
      return Checked.refused(
          Type4Refusal.READ_ONLY.with("model", card.model().label(), "seen", "locked for ever"));
    }
    return opened(found)
        .then(open -> written())
        .then(written -> keys())
        .then(changed -> master.set(goal.settings()))
        .then(set -> verified())
        .then(counter -> sealed().map(done -> counter));
  }

  /** A file that everybody writes and that signs nothing; key 0 is known then or the factory's. */
  private Checked<DnaMaster> opened(FileDescription found) {
    if (found.writesFreely() && !found.signs()) {
      return Checked.passed(master);
    }
    record.begin(goal.message());
    return master
        .open(List.of(newMaster(), AesKey.FACTORY))
        .then(open -> open.set(DnaGoal.OPEN))
        .map(
            open -> {
              open.close();
              return open;
            });
  }

  private Checked<NdefFile> written() {
    NdefFile file = card.readFile(fileBytes());
    record.begin(goal.message());
    return file.holds(goal.message()) ? Checked.passed(file) : card.write(goal.message());
  }

  /** Keys 1 to 4; where key 0 is the order's already, so are they. */
  private Checked<DnaMaster> keys() {
    record.begin(goal.message());
    Checked<DnaMaster> open = master.open(keysOfMaster());
    if (master.key().equals(newMaster())) {
      return open;
    }
    for (int number = 1; number < DnaKeys.COUNT; number++) {
      int each = number;
      open = open.then(it -> key(each));
    }
    return open;
  }

  /** The one found last comes first, so that no try is spent on the other. */
  private List<AesKey> keysOfMaster() {
    return master.key().equals(newMaster())
        ? List.of(newMaster(), AesKey.FACTORY)
        : List.of(AesKey.FACTORY, newMaster());
  }

  private Checked<DnaMaster> key(int number) {
    AesKey next = goal.keys().key(number);
    return versionOf(number)
        .then(
            version ->
                version == DnaMaster.CHANGED
                    ? key(number, next, AesKey.FACTORY)
                    : key(number, AesKey.FACTORY, next));
  }

  /** They are changed in their order, so that after the first factory key none is asked for. */
  private Checked<Integer> versionOf(int number) {
    return factoryFrom < number
        ? Checked.passed(FACTORY_VERSION)
        : master
            .keyVersion(number)
            .map(
                version -> {
                  factoryFrom = version == DnaMaster.CHANGED ? DnaKeys.COUNT : number;
                  return version;
                });
  }

  /** Sets the key from the one that it probably has, else from the other. */
  private Checked<DnaMaster> key(int number, AesKey probable, AesKey other) {
    AesKey next = goal.keys().key(number);
    Checked<DnaMaster> done = master.change(number, probable, next);
    return done instanceof Checked.Passed<DnaMaster>
        ? done
        : master.reopen().then(open -> open.change(number, other, next));
  }

  /** What everybody reads now is the goal's message; signed by this chip with the order's keys. */
  private Checked<Optional<Integer>> verified() {
    master.close();
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

  private Checked<DnaMaster> sealed() {
    return master.reopen().then(open -> handOver()).then(open -> lock());
  }

  /** Key 0 last, and proved by a session of it. */
  private Checked<DnaMaster> handOver() {
    if (master.key().equals(newMaster())) {
      return Checked.passed(master);
    }
    record.begin(goal.message());
    return master.hand(newMaster()).then(sent -> master.open(List.of(newMaster())));
  }

  private Checked<DnaMaster> lock() {
    if (!goal.lock()) {
      return Checked.passed(master);
    }
    record.before(LastingStep.LOCK, goal.message());
    return master.set(goal.lockedSettings());
  }

  private boolean holds(NdefFile file) {
    return goal.layout().isPresent() ? counterOf(file).isPresent() : file.holds(goal.message());
  }

  private Optional<Integer> counterOf(NdefFile file) {
    return goal.layout().flatMap(it -> new SignedFile(goal, it, file).counterIfGood(card.uid()));
  }

  private AesKey newMaster() {
    return goal.keys().key(DnaKeys.MASTER);
  }

  private int fileBytes() {
    return NdefFile.LENGTH_BYTES + goal.message().size();
  }
}
