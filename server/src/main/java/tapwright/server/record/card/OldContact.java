package tapwright.server.record.card;

import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/** A contact that an earlier version put under the installation's key instead of a holder's. */
public record OldContact(CardId card, SellerId seller, SealedContact contact) {}
