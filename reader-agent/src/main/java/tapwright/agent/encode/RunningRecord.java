package tapwright.agent.encode;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;

/** One presentation's entry in a write record, begun when the first page is about to change. */
public final class RunningRecord implements AutoCloseable {

  private final WriteRecord record;
  private final Uid uid;
  private final Set<LastingStep> noted = EnumSet.noneOf(LastingStep.class);
  private WriteRecord.@Nullable Entry entry;

  public RunningRecord(WriteRecord record, Uid uid) {
    this.record = record;
    this.uid = uid;
  }

  /** What is known against giving the tag this password; asked before anything is begun. */
  public Optional<Refusal> objection(TagPassword password) {
    return record.objection(uid, password);
  }

  /** Notes that the tag did not take a password, and counts that or may. */
  public void refused(TagPassword password) {
    record.refused(uid, password);
  }

  /** Notes that the tag is about to change, on its way to this message; once. */
  public void begin(Bytes message) {
    if (entry == null) {
      entry = record.begin(uid, message);
    }
  }

  /** Notes that a step is about to be taken that outlasts the message; once for each. */
  public void before(LastingStep step, Bytes message) {
    begin(message);
    if (noted.add(step) && entry != null) {
      entry.before(step);
    }
  }

  /** Notes the good end, where anything was begun. */
  public EncodeOutcome.Verified verified(EncodeOutcome.Verified outcome) {
    if (entry != null) {
      entry.verified(outcome);
    }
    return outcome;
  }

  @Override
  public void close() {
    if (entry != null) {
      entry.close();
    }
  }
}
