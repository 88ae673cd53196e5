package tapwright.agent.encode;

import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.Checked;

/** What is done with a tag once its message was read back: password first, then locks. */
final class Finishing {

  private final TagSession session;
  private final RunningRecord record;

  /** What a tag holds and what was done with it. */
  record Done(Bytes message, Finished finished) {}

  Finishing(TagSession session, RunningRecord record) {
    this.session = session;
    this.record = record;
  }

  Checked<List<PlannedStep>> foreseen(Finish finish) {
    return Checked.passed(List.of());
  }

  Checked<Done> finish(Bytes message, Finish finish) {
    if (!finish.isOpen()) {
      throw new IllegalStateException("lock and password plans are not there yet: " + session + record);
    }
    return Checked.passed(new Done(message, Finished.NOTHING));
  }
}
