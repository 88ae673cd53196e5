package tapwright.server.app.duty;

import java.time.Instant;
import java.util.List;
import tapwright.server.app.holder.KeepContact;
import tapwright.server.record.Records;
import tapwright.server.record.card.OldContact;

/**
 * Puts contacts of an earlier version under keys of their holders, some at a time, beside all else.
 *
 * <p>What is done is what is left: whichever node dies, the next one finds the rest.
 */
public final class AdoptContacts implements Duty {

  /** A part that takes some milliseconds, which is what a hit waits for at most. */
  private static final int CONTACTS_A_PART = 50;

  private final KeepContact keepContact;

  public AdoptContacts(KeepContact keepContact) {
    this.keepContact = keepContact;
  }

  @Override
  public String name() {
    return "adopt-contacts";
  }

  @Override
  public boolean isDue(Records records, Instant now) {
    return !records.contacts().withoutHolder(1).isEmpty();
  }

  @Override
  public boolean doPart(Records records, Instant now) {
    List<OldContact> some = records.contacts().withoutHolder(CONTACTS_A_PART);
    some.forEach(old -> keepContact.adopt(records, old));
    return some.size() == CONTACTS_A_PART;
  }
}
