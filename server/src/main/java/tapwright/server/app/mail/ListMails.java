package tapwright.server.app.mail;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.list.Page;
import tapwright.server.record.mail.Mail;

/** Shows what became of mails, without whom they went to. */
public final class ListMails {

  private final Ledger ledger;

  public ListMails(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The mails of the caller's seller, newest first. */
  public CompletableFuture<List<Mail>> of(Caller caller, Optional<Mail.State> state, Page page) {
    return ledger.read(
        caller.seller(), records -> records.mails().list(caller.seller(), state, page));
  }
}
