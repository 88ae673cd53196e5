package tapwright.server.app.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;

/**
 * Does what is due, part by part, unless another node is at it, and looks at the clock that says
 * what is due.
 */
public final class DoDuties {

  /** How long a node that died keeps others from its duties; many times what a part takes. */
  static final Duration HOLD = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final List<Duty> duties;
  private final String node;
  private final InstantSource clock;
  private final Optional<ClockWatch> clockWatch;

  /**
   * The duties as one node does them.
   *
   * @param node what no other node is called
   */
  public DoDuties(Ledger ledger, List<Duty> duties, String node, InstantSource clock) {
    this.ledger = ledger;
    this.duties = List.copyOf(duties);
    this.node = node;
    this.clock = clock;
    this.clockWatch = Optional.of(new ClockWatch(ledger, clock));
  }

  private DoDuties(DoDuties same) {
    this.ledger = same.ledger;
    this.duties = same.duties;
    this.node = same.node;
    this.clock = same.clock;
    this.clockWatch = Optional.empty();
  }

  /** The same by a clock that is moved by hand, of which it says nothing that it jumps. */
  public DoDuties byClockMovedByHand() {
    return new DoDuties(this);
  }

  /** Looks at each duty once and does it where it is due; how many parts were done. */
  public CompletableFuture<Integer> round() {
    CompletableFuture<Integer> done = CompletableFuture.completedFuture(0);
    for (Duty duty : duties) {
      done = done.thenCompose(parts -> doIfDue(duty).thenApply(more -> parts + more));
    }
    CompletableFuture<Boolean> looked =
        clockWatch.map(ClockWatch::look).orElse(CompletableFuture.completedFuture(true));
    return done.thenCombine(looked, (parts, seen) -> parts);
  }

  private CompletableFuture<Integer> doIfDue(Duty duty) {
    Instant now = clock.instant();
    return ledger
        .readAcrossSellers(records -> duty.isDue(records, now))
        .thenCompose(due -> due ? doParts(duty, 0) : CompletableFuture.completedFuture(0));
  }

  private CompletableFuture<Integer> doParts(Duty duty, int before) {
    Instant now = clock.instant();
    return ledger
        .writeAcrossSellers(records -> doPart(records, duty, now))
        .thenCompose(
            part ->
                switch (part) {
                  case MORE -> doParts(duty, before + 1);
                  case LAST -> CompletableFuture.completedFuture(before + 1);
                  case NOT_OURS -> CompletableFuture.completedFuture(before);
                });
  }

  private Part doPart(Records records, Duty duty, Instant now) {
    if (!records.duties().take(duty.name(), node, now, now.plus(HOLD))) {
      return Part.NOT_OURS;
    }
    return duty.doPart(records, now) ? Part.MORE : Part.LAST;
  }

  private enum Part {
    MORE,
    LAST,
    NOT_OURS
  }
}
