package tapwright.server.main.serve;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.duty.AdoptContacts;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.ExpireCards;
import tapwright.server.app.duty.ExpireReturns;
import tapwright.server.app.duty.FinishReplacements;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.app.duty.LinkHistories;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.app.duty.RenewPlans;
import tapwright.server.app.duty.ServeTiers;
import tapwright.server.app.duty.TellDeadlines;
import tapwright.server.app.effect.CarryOut;
import tapwright.server.app.effect.CarryOutTasks;
import tapwright.server.app.holder.KeepContact;
import tapwright.server.app.hook.MakeDeliveries;
import tapwright.server.app.mail.MakeMails;
import tapwright.server.app.money.ReconcileRefunds;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.security.ContactVault;

/** The rounds of work on the record that go on beside the server. */
final class RoundsBeside {

  /** What waits for a server that has just started is answered first. */
  private static final Duration CLEARING_AFTER = Duration.ofSeconds(10);

  private RoundsBeside() {}

  /**
   * Begins them.
   *
   * @param mail whether customers are written to
   */
  static List<Rounds> start(
      Installation installation,
      KeepRecordSmall.Limits keeping,
      boolean mail,
      RecordOutage outage) {
    RecordRound duties = RecordRound.ofDuties(duties(installation, mail), outage);
    RecordRound clearing = RecordRound.ofClearing(clearing(installation, keeping), outage);
    return List.of(
        Rounds.start("duties", RecordRound.DUTIES_EVERY, duties),
        Rounds.start("clearing", CLEARING_AFTER, clearing));
  }

  /**
   * What became of refunds of which nobody knows; it waits for others, so on a thread of its own.
   */
  static Rounds refunds(ReconcileRefunds reconcile, RecordOutage outage) {
    return Rounds.start(
        "refunds",
        RecordRound.DUTIES_EVERY,
        new RecordRound(
            "refunds",
            RecordRound.DUTIES_EVERY,
            () -> reconcile.round().thenApply(done -> RecordRound.DUTIES_EVERY),
            outage));
  }

  /** Tasks of claims that nobody has to carry out by hand; they wait for others as well. */
  static Rounds tasks(
      Installation installation, CarryOut carryOut, Set<String> words, RecordOutage outage) {
    CarryOutTasks tasks =
        new CarryOutTasks(installation.store(), carryOut, words, installation.clock());
    return Rounds.start(
        "tasks",
        RecordRound.DUTIES_EVERY,
        new RecordRound(
            "tasks",
            RecordRound.DUTIES_EVERY,
            () -> tasks.round().thenApply(done -> RecordRound.DUTIES_EVERY),
            outage));
  }

  private static KeepRecordSmall clearing(
      Installation installation, KeepRecordSmall.Limits keeping) {
    return new KeepRecordSmall(
        installation.store(), keeping, installation.ids().next(), installation.clock());
  }

  static DoDuties duties(Installation installation, boolean mail) {
    return new DoDuties(
        installation.store(),
        List.of(
            new TellDeadlines(),
            new FinishReplacements(),
            new ExpireCards(),
            new ExpireReturns(),
            new RenewPlans(),
            new ServeTiers(),
            new PlaceEvents(),
            new MakeDeliveries(installation.ids()),
            new MakeMails(mail, installation.ids()),
            adoptContacts(installation),
            new LinkHistories()),
        installation.ids().next(),
        installation.clock());
  }

  private static AdoptContacts adoptContacts(Installation installation) {
    ContactSeal contacts = new ContactVault(installation.keys(), installation.random());
    return new AdoptContacts(new KeepContact(contacts, installation.ids(), installation.clock()));
  }
}
