package tapwright.agent.encode.type4;

import tapwright.agent.encode.RunningRecord;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.type4.Type4Refusal;

/** Has the file of an NTAG 424 DNA written by everybody and signing nothing, while it changes. */
final class DnaFileGate {

  private final Type4Session card;
  private final DnaMaster master;
  private final RunningRecord record;

  DnaFileGate(Type4Session card, DnaMaster master, RunningRecord record) {
    this.card = card;
    this.master = master;
    this.record = record;
  }

  static boolean isOpen(FileDescription found) {
    return found.writesFreely() && !found.signs();
  }

  /**
   * The file, open outside of a session; needs key 0 where it is not open yet.
   *
   * @param message what the card is on its way to, for the record
   */
  Checked<DnaMaster> open(FileDescription found, Bytes message) {
    Checked<DnaMaster> open = isOpen(found) ? Checked.passed(master) : reset(message);
    return open.map(
        it -> {
          it.close();
          return it;
        });
  }

  private Checked<DnaMaster> reset(Bytes message) {
    record.begin(message);
    return master.ready().then(open -> open.set(DnaGoal.OPEN));
  }

  /** The file's settings, when they can change at all; what ends it for good is asked twice. */
  Checked<FileDescription> changeable(FileDescription found) {
    return found.isLockedForEver()
        ? new DnaTag(card.tag().link()).fileSettings().then(again -> locked(found, again))
        : Checked.passed(found);
  }

  private Checked<FileDescription> locked(FileDescription found, FileDescription again) {
    if (!again.equals(found)) {
      throw new ReaderFault.AnswerUnknown("the settings of its file were read", "two answers");
    }
    return Checked.refused(lockedForEver(card));
  }

  static Refusal lockedForEver(Type4Session card) {
    return Type4Refusal.LOCKED.with("model", card.model().label());
  }
}
