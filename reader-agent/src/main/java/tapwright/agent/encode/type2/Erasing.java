package tapwright.agent.encode.type2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.LastingStep;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.agent.encode.TagSecrets;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.write.ErasePlan;

/**
 * One tag emptied: message off, mirror off, data to zero, and then the password away.
 *
 * <p>Nothing is begun that cannot be ended: a lock bit in the data area, locked settings behind
 * which a mirror or a password stays, or a password that is not known are refused first.
 */
final class Erasing {

  /** PWD and PACK as from the factory (NTAG213/215/216 data sheet, section 8.5.7). */
  private static final Bytes FACTORY_PWD = Bytes.ofHex("FFFFFFFF");

  private static final Bytes FACTORY_PACK = Bytes.zeros(4);

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final TagSession session;
  private final MirrorSetting mirror;
  private final RunningRecord record;
  private final LongSupplier nanosSinceArrival;

  Erasing(TagSession session, RunningRecord record, LongSupplier nanosSinceArrival) {
    this.session = session;
    this.mirror = new MirrorSetting(session);
    this.record = record;
    this.nanosSinceArrival = nanosSinceArrival;
  }

  EncodeOutcome with(TagSecrets secrets) {
    Optional<TagPassword> password = secrets.password();
    PasswordGate gate = new PasswordGate(session, record);
    return EncodeOutcome.of(
        withoutKeys(secrets)
            .then(tag -> gate.openForReading(password, TagAcquaintance.NAMED_BY_HAND))
            .then(tag -> session.readSettings())
            .then(tag -> gate.open(password, TagAcquaintance.NAMED_BY_HAND))
            .map(tag -> session.readDataArea())
            .then(this::erasable)
            .then(this::erase));
  }

  /** What it would take, without doing any of it; the password is not tried. */
  Checked<List<PlannedStep>> plan(TagSecrets secrets) {
    session.trust(secrets.password());
    return withoutKeys(secrets)
        .then(tag -> session.readSettings())
        .then(TagSnapshot::container)
        .map(container -> session.readDataArea())
        .then(this::erasable)
        .map(this::inWords);
  }

  private Checked<TagSnapshot> withoutKeys(TagSecrets secrets) {
    TagSnapshot tag = session.known();
    return secrets.keys().isEmpty()
        ? Checked.passed(tag)
        : Checked.refused(EncodeRefusal.KEYS_UNSUPPORTED.with("model", tag.identity().name()));
  }

  private List<PlannedStep> inWords(ErasePlan plan) {
    List<PlannedStep> steps = new ArrayList<>();
    if (mirror.isOn()) {
      steps.add(new PlannedStep("the chip stops mirroring its UID and read counter", false));
    }
    plan.writes().forEach(write -> steps.add(PlannedStep.of(write)));
    if (session.known().asksForPassword()) {
      steps.add(new PlannedStep("nothing asks for the password any more, and it is gone", false));
    }
    return steps;
  }

  private Checked<ErasePlan> erasable(TagSnapshot tag) {
    boolean settingsStay =
        tag.configuration()
            .filter(TagConfiguration::isLocked)
            .filter(now -> mirror.isOn() || !removal().isEmpty())
            .isPresent();
    return settingsStay
        ? Checked.refused(
            ProtectionRefusal.CONFIGURATION_LOCKED.with("model", tag.identity().name()))
        : ErasePlan.of(tag).then(this::permitted);
  }

  private Checked<ErasePlan> permitted(ErasePlan plan) {
    List<PageWrite> all = new ArrayList<>(plan.writes());
    all.addAll(removal());
    return session
        .protectionAgainst(all)
        .map(Checked::<ErasePlan>refused)
        .orElseGet(() -> Checked.passed(plan));
  }

  private Checked<EncodeOutcome.Verified> erase(ErasePlan plan) {
    if (plan.writes().isEmpty() && !mirror.isOn() && removal().isEmpty()) {
      return Checked.passed(verified());
    }
    record.begin(Bytes.EMPTY);
    return withoutMirror(plan)
        .then(this::carryOut)
        .then(tag -> resetSettings())
        .map(tag -> record.verified(verified()));
  }

  /** What lies under a mirror is not known until it is off. */
  private Checked<ErasePlan> withoutMirror(ErasePlan plan) {
    return mirror.isOn() ? mirror.stop().then(ErasePlan::of) : Checked.passed(plan);
  }

  private Checked<TagSnapshot> carryOut(ErasePlan plan) {
    return session
        .writeAll(plan.writes())
        .map(done -> session.readDataAreaAgain())
        .then(read -> plan.isDoneIn(read.image()) ? Checked.passed(read) : differs(plan));
  }

  private Checked<TagSnapshot> differs(ErasePlan plan) {
    List<Integer> pages = plan.writes().stream().map(PageWrite::page).sorted().toList();
    return Checked.refused(session.readsDifferently(pages.getFirst(), pages.getLast()));
  }

  private Checked<TagSnapshot> resetSettings() {
    List<PageWrite> writes = removal();
    if (writes.isEmpty()) {
      return Checked.passed(session.known());
    }
    if (session.known().asksForPassword()) {
      record.before(LastingStep.PASSWORD_REMOVAL, Bytes.EMPTY);
    }
    int page = configurationPage();
    return session
        .writeAll(writes)
        .map(done -> session.readAgain(page, page + 1))
        .then(
            read ->
                removal().isEmpty()
                    ? Checked.passed(read)
                    : Checked.refused(session.readsDifferently(page, page + 1)));
  }

  /**
   * What takes mirror and password out of the settings: empty where they are out.
   *
   * <p>PWD and PACK go last, when nothing asks for them any more: a tag torn before asks for the
   * password that is known, or for none.
   */
  private List<PageWrite> removal() {
    Optional<TagConfiguration> settings = session.known().configuration();
    List<PageWrite> writes = new ArrayList<>();
    settings.ifPresent(now -> addChanges(now, now.withoutPassword().withoutMirror(), writes));
    return writes;
  }

  private void addChanges(TagConfiguration now, TagConfiguration open, List<PageWrite> writes) {
    int page = configurationPage();
    if (!open.cfg1().equals(now.cfg1())) {
      writes.add(new PageWrite(page + 1, open.cfg1()));
    }
    if (!open.cfg0().equals(now.cfg0())) {
      writes.add(new PageWrite(page, open.cfg0()));
    }
    if (open.passwordFrom() != now.passwordFrom()) {
      writes.add(new PageWrite(page + 2, FACTORY_PWD));
      writes.add(new PageWrite(page + 3, FACTORY_PACK));
    }
  }

  private int configurationPage() {
    return session.known().identity().knownModel().map(TagModel::configurationPage).orElseThrow();
  }

  private EncodeOutcome.Verified verified() {
    return new EncodeOutcome.Verified(
        Bytes.EMPTY,
        session.pagesWritten(),
        session.exchanges(),
        null,
        nanosSinceArrival.getAsLong() / NANOS_PER_MILLI);
  }
}
