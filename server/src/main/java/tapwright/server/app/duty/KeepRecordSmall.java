package tapwright.server.app.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardId;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.hit.Retention;

/**
 * Clears the record of what it need not keep, once a day: agents of hits that are some weeks old,
 * then hits so old that no policy asks for their instants, then messages that ended long ago.
 *
 * <p>It goes card by card in slices, each a short transaction that also notes how far it has come:
 * hits are stored between them, and a server that is killed, or another node, goes on from there.
 */
public final class KeepRecordSmall {

  /** A slice that takes some milliseconds, which is what a hit waits for at most. */
  private static final int ROWS_A_SLICE = 500;

  private static final String DUTY = "keep-record-small";

  private static final int CARDS_A_SLICE = 50;

  /** Hits that came to record so much later than they came are looked at too. */
  private static final Duration GRACE = Duration.ofDays(7);

  private final Ledger ledger;
  private final Limits limits;
  private final String node;
  private final InstantSource clock;

  /**
   * The clearing as one node does it, while no other is at it.
   *
   * @param node what no other node is called
   */
  public KeepRecordSmall(Ledger ledger, Limits limits, String node, InstantSource clock) {
    this.ledger = ledger;
    this.limits = limits;
    this.node = node;
    this.clock = clock;
  }

  /**
   * How long things are kept.
   *
   * @param agents what browsers call themselves
   * @param instants when each hit came
   * @param messages deliveries and mails that came to their ends
   */
  public record Limits(Duration agents, Duration instants, Duration messages) {

    /** Messages as long as instants. */
    public Limits(Duration agents, Duration instants) {
      this(agents, instants, instants);
    }

    public Limits {
      if (agents.isNegative() || instants.compareTo(agents) < 0) {
        throw new IllegalArgumentException(
            "agents are kept for "
                + agents
                + " and instants for "
                + instants
                + ", allowed are 0 or more, and instants no shorter than agents");
      }
    }
  }

  /** What follows a slice. */
  private enum Next {
    NOTHING,
    MORE,
    MONTHS
  }

  /** Does a little of it; answers whether there is more for this node to do today. */
  public CompletableFuture<Boolean> slice() {
    return ledger
        .writeAcrossSellers(this::nextIfOurs)
        .thenCompose(
            next ->
                switch (next) {
                  case NOTHING -> CompletableFuture.completedFuture(false);
                  case MORE -> CompletableFuture.completedFuture(true);
                  case MONTHS -> ledger.writeHits(this::finish);
                });
  }

  private boolean isOurs(Records records) {
    Instant now = clock.instant();
    return records.duties().take(DUTY, node, now, now.plus(DoDuties.HOLD));
  }

  private Next nextIfOurs(Records records) {
    return isOurs(records) ? next(records) : Next.NOTHING;
  }

  private Next next(Records records) {
    Retention retention = records.retention();
    ClearingPosition position = ClearingPosition.of(retention.note(), today());
    return switch (position.stage()) {
      case DONE -> Next.NOTHING;
      case REST -> nextRest(records, position);
      case CARDS -> {
        retention.setNote(clear(retention, position).toString());
        yield Next.MORE;
      }
    };
  }

  /** All cards are done: no hit before that day names its agent any more. */
  private Next nextRest(Records records, ClearingPosition position) {
    Instant today = start(position.day());
    LocalDate first = LocalDate.ofInstant(today.minus(limits.agents()), ZoneOffset.UTC);
    int gone = records.retention().dropAgentsOfBefore(first, ROWS_A_SLICE);
    gone += ClearMessages.of(records, today.minus(limits.messages()), ROWS_A_SLICE - gone);
    return gone < ROWS_A_SLICE ? Next.MONTHS : Next.MORE;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private ClearingPosition clear(Retention retention, ClearingPosition position) {
    List<CardId> cards = retention.cardsAfter(position.card(), CARDS_A_SLICE);
    ClearingPosition at = position;
    int left = ROWS_A_SLICE;
    for (CardId card : cards) {
      left -= clear(retention, card, at, left);
      if (left <= 0) {
        return at;
      }
      at = at.after(card);
    }
    return cards.size() < CARDS_A_SLICE ? at.atEnd() : at;
  }

  private int clear(Retention retention, CardId card, ClearingPosition position, int limit) {
    Instant agentsBefore = start(position.day()).minus(limits.agents());
    int agents = retention.dropAgents(card, from(position, agentsBefore), agentsBefore, limit);
    return agents >= limit
        ? agents
        : agents
            + retention.fold(card, start(position.day()).minus(limits.instants()), limit - agents);
  }

  /** On the first of a month all is looked at, on other days what the day before did not. */
  private static Instant from(ClearingPosition position, Instant agentsBefore) {
    boolean wholly = position.day().getDayOfMonth() == 1 || position.before().isEmpty();
    return wholly
        ? Instant.EPOCH
        : agentsBefore.minus(
            Duration.between(start(position.before().get()), start(position.day())).plus(GRACE));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The end of a run; a node that was slow leaves it to the one that took the duty meanwhile. */
  private boolean finish(Records records) {
    Retention retention = records.retention();
    Optional<ClearingPosition> position =
        isOurs(records)
            ? Optional.of(ClearingPosition.of(retention.note(), today()))
            : Optional.empty();
    position.filter(ClearingPosition::isAtEnd).ifPresent(at -> finish(retention, at));
    return false;
  }

  private void finish(Retention retention, ClearingPosition position) {
    retention.tidyMonths(today(), start(position.day()).minus(limits.instants()));
    retention.setNote(position.done().toString());
  }
}
