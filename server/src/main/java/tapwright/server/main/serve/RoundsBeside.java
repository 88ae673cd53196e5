package tapwright.server.main.serve;

import java.time.Duration;
import java.util.List;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.duty.AdoptContacts;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.ExpireReturns;
import tapwright.server.app.duty.KeepRecordSmall;
import tapwright.server.app.duty.PlaceEvents;
import tapwright.server.app.duty.TellDeadlines;
import tapwright.server.app.holder.KeepContact;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.security.ContactVault;

/** The rounds of work on the record that go on beside the server. */
final class RoundsBeside {

  /** What waits for a server that has just started is answered first. */
  private static final Duration CLEARING_AFTER = Duration.ofSeconds(10);

  private RoundsBeside() {}

  static List<Rounds> start(
      Installation installation, KeepRecordSmall.Limits keeping, RecordOutage outage) {
    RecordRound duties = RecordRound.ofDuties(duties(installation), outage);
    RecordRound clearing = RecordRound.ofClearing(clearing(installation, keeping), outage);
    return List.of(
        Rounds.start("duties", RecordRound.DUTIES_EVERY, duties),
        Rounds.start("clearing", CLEARING_AFTER, clearing));
  }

  private static KeepRecordSmall clearing(
      Installation installation, KeepRecordSmall.Limits keeping) {
    return new KeepRecordSmall(
        installation.store(), keeping, installation.ids().next(), installation.clock());
  }

  private static DoDuties duties(Installation installation) {
    return new DoDuties(
        installation.store(),
        List.of(
            new TellDeadlines(),
            new ExpireReturns(),
            new PlaceEvents(),
            adoptContacts(installation)),
        installation.ids().next(),
        installation.clock());
  }

  private static AdoptContacts adoptContacts(Installation installation) {
    ContactSeal contacts = new ContactVault(installation.keys(), installation.random());
    return new AdoptContacts(new KeepContact(contacts, installation.ids(), installation.clock()));
  }
}
