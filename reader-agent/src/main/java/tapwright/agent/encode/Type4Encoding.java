package tapwright.agent.encode;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.Type4Refusal;

/**
 * One Type 4 tag brought to what is asked of it: read, plan, write, read back.
 *
 * <p>Whatever a write's answer was, only reading back decides what the tag holds.
 */
final class Type4Encoding {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Type4Session session;
  private final WriteRecord record;
  private final LongSupplier nanosSinceArrival;

  private WriteRecord.@Nullable Entry entry;

  Type4Encoding(Type4Session session, WriteRecord record, LongSupplier nanosSinceArrival) {
    this.session = session;
    this.record = record;
    this.nanosSinceArrival = nanosSinceArrival;
  }

  EncodeOutcome of(EncodeRequest request) {
    Checked<EncodeOutcome.Verified> outcome = chosen(request).then(this::reach);
    return switch (outcome) {
      case Checked.Passed<EncodeOutcome.Verified>(EncodeOutcome.Verified verified) -> verified;
      case Checked.Refused<EncodeOutcome.Verified>(Refusal refusal) ->
          new EncodeOutcome.Refused(refusal);
    };
  }

  /** The first message that fits; when none does, the refusal of the last, shortest one. */
  private Checked<Bytes> chosen(EncodeRequest request) {
    Optional<Refusal> refusal = Type4Demands.refusal(request, session.model());
    List<Bytes> messages = request.messages();
    Optional<Bytes> fitting =
        messages.stream().filter(message -> session.misfit(message).isEmpty()).findFirst();
    return refusal
        .or(() -> fitting.isEmpty() ? session.misfit(messages.getLast()) : Optional.empty())
        .<Checked<Bytes>>map(Checked::refused)
        .orElseGet(() -> Checked.passed(fitting.orElseThrow()));
  }

  private Checked<EncodeOutcome.Verified> reach(Bytes message) {
    NdefFile now = session.readFile(NdefFile.LENGTH_BYTES + message.size());
    return now.holds(message)
        ? Checked.passed(verified(message))
        : writable()
            .map(open -> begun(message))
            .then(session::write)
            .map(written -> verified(message));
  }

  private Checked<Type4Session> writable() {
    return session.container().isWritable()
        ? Checked.passed(session)
        : Checked.refused(
            Type4Refusal.READ_ONLY.with(
                "model",
                session.model().label(),
                "seen",
                "%02X".formatted(session.container().writeAccess())));
  }

  private Bytes begun(Bytes message) {
    entry = record.begin(session.uid(), message);
    return message;
  }

  private EncodeOutcome.Verified verified(Bytes message) {
    EncodeOutcome.Verified outcome =
        new EncodeOutcome.Verified(
            message,
            session.writes(),
            session.exchanges(),
            null,
            nanosSinceArrival.getAsLong() / NANOS_PER_MILLI);
    WriteRecord.Entry begun = entry;
    if (begun != null) {
      begun.verified(outcome);
    }
    return outcome;
  }
}
