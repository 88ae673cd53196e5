package tapwright.server.record.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.list.Page;

/** The mails on record. */
public interface Mails {

  /** Adds it, unless there is one of the same event to the same card's holder. */
  void add(Mail mail);

  /**
   * Those of all sellers that are to be sent, or were begun by a node that is gone; what is due at
   * once, in the order of its events.
   */
  List<Mail> due(Instant now, int limit);

  /** Those to the card's holder of what was decided or is asked for, newest first. */
  List<Mail> decisions(SellerId seller, CardId card);

  /** Notes how far it has come, unless it is not any more as it was read; whether it was. */
  boolean advance(Mail before, Mail.Progress next);

  /**
   * Takes some off the record that came to this end before the instant, oldest first.
   *
   * @param end any state but waiting and begun
   * @return how many there were, at most the limit
   */
  int drop(Mail.State end, Instant before, int limit);

  /** The seller's, newest first. */
  List<Mail> list(SellerId seller, Optional<Mail.State> state, Page page);
}
