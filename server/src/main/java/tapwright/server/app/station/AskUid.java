package tapwright.server.app.station;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.tag.Uid;
import tapwright.core.wire.UidReply;
import tapwright.core.wire.UidReply.Standing;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;

/** Tells a station whose a chip is, before it makes another card of it. */
public final class AskUid {

  private final Ledger ledger;

  public AskUid(Ledger ledger) {
    this.ledger = ledger;
  }

  public CompletableFuture<UidReply> ask(Caller station, Uid uid) {
    return ledger.read(station.seller(), records -> answer(records, station, uid));
  }

  private static UidReply answer(Records records, Caller station, Uid uid) {
    List<Card> cards =
        records.cards().withChip(uid).stream().filter(card -> !isRestocked(card)).toList();
    Optional<CardId> live = records.cards().liveWith(uid);
    return cards.stream()
        .max(
            Comparator.comparing((Card card) -> live.equals(Optional.of(card.id())))
                .thenComparing(Card::createdAt))
        .map(card -> reply(records, station, card, live.equals(Optional.of(card.id()))))
        .orElseGet(() -> new UidReply(Standing.FREE, null, null));
  }

  /** A chip that was wiped since is as any other in stock. */
  private static boolean isRestocked(Card card) {
    return card.status().state() == CardState.RESTOCKED;
  }

  /** Of another seller's card a station learns that there is one, and no more. */
  private static UidReply reply(Records records, Caller station, Card card, boolean live) {
    Standing standing = standing(card, live);
    return card.seller().equals(station.seller())
        ? new UidReply(standing, card.id().toString(), lastEvent(records, card))
        : new UidReply(standing, null, null);
  }

  private static Standing standing(Card card, boolean live) {
    if (live) {
      return Standing.LIVE;
    }
    return card.status().state().isFinal() ? Standing.REVOKED : Standing.STOPPED;
  }

  private static Instant lastEvent(Records records, Card card) {
    return records.cards().history(card.seller(), card.id()).stream()
        .map(CardHistory::at)
        .reduce((earlier, later) -> later)
        .orElse(card.createdAt());
  }
}
