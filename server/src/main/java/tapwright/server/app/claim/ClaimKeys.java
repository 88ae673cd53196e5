package tapwright.server.app.claim;

import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.Records;
import tapwright.server.record.key.Holder;
import tapwright.server.record.key.HolderKey;

/** The keys under which customers' words and files are kept: those of whom the cards speak for. */
final class ClaimKeys {

  private ClaimKeys() {}

  /** The key; empty where the card speaks for nobody, or for nobody any more. */
  static Optional<HolderKey> find(Records records, SellerId seller, CardId card) {
    return records
        .holders()
        .of(seller, card)
        .filter(one -> one.known().isPresent())
        .map(Holder::key);
  }

  /** Why nothing of a customer can be kept; empty where it can. */
  static Optional<Refusal> missing(Records records, SellerId seller, CardId card) {
    return find(records, seller, card).isPresent() ? Optional.empty() : Optional.of(gone(card));
  }

  static Refusal gone(CardId card) {
    return ClaimWorkRefusal.HOLDER_GONE.with("card", card);
  }
}
