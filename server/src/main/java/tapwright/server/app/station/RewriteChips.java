package tapwright.server.app.station;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.card.CardId;
import tapwright.core.card.CardLinks;
import tapwright.core.card.Mark;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.core.wire.RewriteReply;
import tapwright.core.wire.RewriteReply.Standing;
import tapwright.core.wire.StationEvent.Finished;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;
import tapwright.server.record.card.Seals;
import tapwright.server.record.station.Rewrite;
import tapwright.server.record.station.RewriteState;

/**
 * Tells a station what the chip on its reader shall hold by now, where it holds a contact of
 * before.
 *
 * <p>A station gets nobody's contact but of a card whose chip it names, whose content is stale, and
 * of its own seller; what it was told is on record. It is told of few cards in half an hour that it
 * does not say are written as they should be: a stolen one that gives back what it was told, or
 * refuses it, is told no more for that. One that lies needs its journal's UIDs, leaves a trace with
 * each contact, and is stopped by its token.
 */
public final class RewriteChips {

  /**
   * How many cards a station may be told of that are not done: those lifted too early, or locked.
   */
  static final int OPEN_AT_ONCE = 10;

  /** As long as a card lies about that was lifted too early and is finished in the same sitting. */
  static final Duration LEASE = Duration.ofMinutes(30);

  private static final Logger LOG = LoggerFactory.getLogger(RewriteChips.class);

  private final Ledger ledger;
  private final StationContent content;
  private final IdSource ids;
  private final InstantSource clock;

  public RewriteChips(
      Ledger ledger, Seals seals, CardLinks links, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.content = new StationContent(seals, links);
    this.ids = ids;
    this.clock = clock;
  }

  public CompletableFuture<Answer<RewriteReply>> ask(Caller station, Uid uid) {
    return ledger.write(station.seller(), records -> answer(records, station, uid));
  }

  private Answer<RewriteReply> answer(Records records, Caller station, Uid uid) {
    Optional<Card> live =
        records.cards().liveWith(uid).flatMap(card -> records.cards().byId(station.seller(), card));
    return live.map(card -> answer(records, station, card))
        .orElseGet(() -> Answer.done(notLive(records, station, uid)));
  }

  /** Of another seller's card a station does not even learn that there is one. */
  private static RewriteReply notLive(Records records, Caller station, Uid uid) {
    return records.cards().withChip(uid).stream()
        .filter(card -> card.seller().equals(station.seller()))
        .filter(card -> card.status().state().isFinal())
        .findFirst()
        .map(card -> reply(Standing.ENDED, card))
        .orElseGet(() -> new RewriteReply(Standing.UNKNOWN, null, null));
  }

  private Answer<RewriteReply> answer(Records records, Caller station, Card card) {
    Standing standing = standing(card);
    return standing == Standing.STALE
        ? told(records, station, card)
        : Answer.done(reply(standing, card));
  }

  private static RewriteReply reply(Standing standing, Card card) {
    return new RewriteReply(standing, card.id().toString(), null);
  }

  private static Standing standing(Card card) {
    Set<Finished> finished = card.chip().map(Chip::finished).orElse(Set.of());
    if (!card.status().has(Mark.CONTENT_STALE)) {
      return Standing.CURRENT;
    }
    if (finished.contains(Finished.LOCKED)) {
      return Standing.LOCKED;
    }
    return card.counting() == LinkCounting.SUN || finished.contains(Finished.KEYS)
        ? Standing.SIGNED
        : Standing.STALE;
  }

  private Answer<RewriteReply> told(Records records, Caller station, Card card) {
    Instant now = clock.instant();
    List<Rewrite> undone = records.rewrites().undone(station.seller(), station.id(), now);
    Set<CardId> cards = undone.stream().map(Rewrite::card).collect(Collectors.toSet());
    if (!cards.contains(card.id()) && cards.size() >= OPEN_AT_ONCE) {
      return Answer.refused(
          AppRefusal.REWRITES_OPEN.with(
              "station", station.name(),
              "seen", cards.size(),
              "allowed", OPEN_AT_ONCE,
              "until", undone.getFirst().leasedUntil()));
    }
    Optional<Rewrite> same =
        undone.stream()
            .filter(one -> one.card().equals(card.id()) && one.state() == RewriteState.OPEN)
            .findFirst();
    Rewrite.Lease lease = new Rewrite.Lease(now, now.plus(LEASE));
    String id =
        same.map(one -> again(records, one, lease))
            .orElseGet(() -> begun(records, station, card.id(), lease));
    LOG.info(
        "station {} is told what card {} shall hold (rewrite {})", station.name(), card.id(), id);
    return Answer.done(
        new RewriteReply(
            Standing.STALE,
            card.id().toString(),
            content.tell(records, card, new StationContent.Terms(id, lease.until(), false))));
  }

  /** An answer that was lost, or a card that was lifted before it was begun. */
  private static String again(Records records, Rewrite rewrite, Rewrite.Lease lease) {
    records.rewrites().change(rewrite.leasedUntil(lease.until()));
    return rewrite.id();
  }

  private String begun(Records records, Caller station, CardId card, Rewrite.Lease lease) {
    String id = ids.next();
    records.rewrites().add(Rewrite.open(id, station.seller(), card, station.id(), lease));
    return id;
  }
}
