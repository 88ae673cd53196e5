package tapwright.server.app.station;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent;
import tapwright.core.card.Mark;
import tapwright.core.wire.StationEvent;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.card.SellerLinks;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;
import tapwright.server.record.station.Rewrite;
import tapwright.server.record.station.RewriteState;

/**
 * Takes what became of chips that a station was told to write anew, within a transaction.
 *
 * <p>A card that was begun is finished whatever became of its lease, so an event counts after that
 * as well, but from the station alone that was told.
 */
final class TakeRewrites {

  private final SellerLinks links;

  TakeRewrites(SellerLinks links) {
    this.links = links;
  }

  /** The station's rewrite of that key. */
  static Optional<Rewrite> find(Records records, Caller station, String id) {
    return records
        .rewrites()
        .byId(station.seller(), id)
        .filter(rewrite -> rewrite.station().equals(station.id()));
  }

  /** Why the event cannot be true; empty where it was taken. */
  Optional<Refusal> take(
      Records records, Caller station, StationEvent event, Rewrite rewrite, Instant now) {
    return switch (event.kind()) {
      case VERIFIED ->
          event.encoded() == null
              ? TakeStationEvents.incomplete(event, "no encoded", "encoded")
              : verified(records, event.encoded(), new Told(station, event, rewrite, now));
      case REFUSED ->
          event.problem() == null
              ? TakeStationEvents.incomplete(event, "no problem", "problem")
              : ended(
                  records,
                  rewrite.ended(RewriteState.STOPPED, now, Optional.of(event.problem().code())));
      case RELEASED -> ended(records, rewrite.ended(RewriteState.RELEASED, now, Optional.empty()));
    };
  }

  /** What was done to the chip before does not become undone by an event that comes late. */
  private static Optional<Refusal> ended(Records records, Rewrite ended) {
    boolean open =
        records.rewrites().byId(ended.seller(), ended.id()).orElseThrow().state()
            == RewriteState.OPEN;
    if (open) {
      records.rewrites().change(ended);
    }
    return Optional.empty();
  }

  /** An event, who sent it, the rewrite that it speaks of, and when we learnt of it. */
  private record Told(Caller station, StationEvent event, Rewrite rewrite, Instant now) {

    MoveCard.Circumstance circumstance() {
      return MoveCard.Circumstance.of(station, "rewrite " + rewrite.id(), event.at(), now);
    }

    /** Never before it was asked what to write, whatever its clock says. */
    Instant writtenAt() {
      return event.at().isBefore(rewrite.askedAt()) ? rewrite.askedAt() : event.at();
    }
  }

  private Optional<Refusal> verified(Records records, StationEvent.Encoded encoded, Told told) {
    Rewrite rewrite = told.rewrite();
    Card card = records.cards().byId(rewrite.seller(), rewrite.card()).orElseThrow();
    Chip chip = card.chip().orElseThrow();
    Optional<Refusal> objection = objection(records, card, chip, encoded);
    if (objection.isPresent()) {
      return objection;
    }
    if (ChipContentSince.isWrittenAfter(records, card, told.writtenAt())) {
      // What came late of an older write says nothing of what the chip holds now.
      records.rewrites().change(rewrite.ended(RewriteState.DONE, told.now(), Optional.empty()));
      return Optional.empty();
    }
    Bytes hash = Bytes.ofHex(encoded.message()).sha256();
    Answer<Card> moved = moved(records, card.rewritten(chip.holding(hash)), told);
    if (moved instanceof Answer.Refused<Card> refused) {
      return Optional.of(refused.refusal());
    }
    records.rewrites().change(rewrite.ended(RewriteState.DONE, told.now(), Optional.empty()));
    return Optional.empty();
  }

  private Optional<Refusal> objection(
      Records records, Card card, Chip chip, StationEvent.Encoded encoded) {
    if (!chip.uid().toString().equals(encoded.uid())) {
      return Optional.of(
          AppRefusal.REWRITE_CHIP.with(
              "uid", encoded.uid(), "allowed", chip.uid(), "card", card.id()));
    }
    Bytes message = Bytes.ofHex(encoded.message());
    if (!records.jobs().ordered(card.seller(), card.id(), message.sha256())) {
      return Optional.of(ReadBack.differs(links.of(records, card.seller()), card, message));
    }
    return TakeStationEvents.lack(Set.copyOf(encoded.steps()), chip.finished());
  }

  /**
   * The card with what its chip holds now. The contact may have become another while the station
   * had it, or the one of before again: then the chip is stale once more, or for the first time.
   */
  private static Answer<Card> moved(Records records, Card read, Told told) {
    Answer<Card> rewritten =
        read.status().has(Mark.CONTENT_STALE)
            ? MoveCard.move(records, read, CardEvent.Step.CONTENT_REWRITTEN, told.circumstance())
            : Answer.done(noted(records, read, told.circumstance()));
    return rewritten instanceof Answer.Done<Card>(Card next)
            && !isRight(records, next)
            && MoveCard.move(records, next, CardEvent.Step.CONTENT_OUTDATED, told.circumstance())
                instanceof Answer.Done<Card> stale
        ? stale
        : rewritten;
  }

  /** Of a card that was called right in between. */
  private static Card noted(Records records, Card read, MoveCard.Circumstance circumstance) {
    Card next = read.with(read.status());
    records.cards().change(next, circumstance.entry(next, "content-rewritten", ""));
    return next;
  }

  private static boolean isRight(Records records, Card card) {
    Bytes holds = card.chip().orElseThrow().messageHash();
    return records.jobs().orderedNow(card.seller(), card.id(), holds);
  }
}
