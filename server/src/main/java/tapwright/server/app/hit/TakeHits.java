package tapwright.server.app.hit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.watch.HitWatch;
import tapwright.server.record.Ledger;
import tapwright.server.record.StoreFault;
import tapwright.server.record.hit.Arrival;

/**
 * Takes hits as they come in, stores them in batches and answers each once it cannot be lost.
 *
 * <p>One batch is in flight at a time: while it is being synced the next hits gather, so batches
 * grow with the load by themselves, and hits are stored in the order in which they came. A batch in
 * which a defect shows is halved until the hit with the defect stands alone, so that no hit suffers
 * from another's. While the record cannot be reached hits fail, or take the detour, where there is
 * one.
 */
public final class TakeHits {

  private final Ledger ledger;
  private final HitRules rules;
  private final Limits limits;
  private final Optional<Detour> detour;
  private final HitWatch watch;
  private final HitQueue queue;

  /**
   * How much may wait.
   *
   * @param queued hits beyond this many are not taken
   * @param batch how many hits are stored in one transaction at most
   */
  public record Limits(int queued, int batch) {

    /**
     * A quarter of a second's hits of a busy server; few enough for one transaction to be short.
     */
    public static final Limits USUAL = new Limits(8_192, 512);

    public Limits {
      if (batch < 1 || queued < batch) {
        throw new IllegalArgumentException(
            "batch is " + batch + " and queued " + queued + ", allowed are 1 <= batch <= queued");
      }
    }
  }

  /**
   * What stands beside the way to the record.
   *
   * @param detour takes hits while the record is away; empty where they fail then
   * @param watch is told how they fare
   */
  public record Beside(Optional<Detour> detour, HitWatch watch) {

    /** A detour that nobody watches. */
    public static Beside unwatched(Detour detour) {
      return new Beside(Optional.of(detour), HitWatch.NOBODY);
    }
  }

  /** Takes hits; those that the record cannot take just now fail. */
  public TakeHits(Ledger ledger, HitRules rules, Limits limits) {
    this(ledger, rules, limits, new Beside(Optional.empty(), HitWatch.NOBODY));
  }

  /** Takes hits, on the detour where there is one and the record cannot take them just now. */
  public TakeHits(Ledger ledger, HitRules rules, Limits limits, Beside beside) {
    this.ledger = ledger;
    this.rules = rules;
    this.limits = limits;
    this.detour = beside.detour();
    this.watch = beside.watch();
    this.queue = new HitQueue(limits);
    detour.ifPresent(way -> ledger.onCardChanged(way));
  }

  /**
   * Takes the hit; the waiter is told when it cannot be lost any more, or that it was not taken.
   */
  public void take(Arrival arrival, HitWaiter waiter) {
    if (!queue.add(new WaitingHit(arrival, waiter))) {
      watch.refused(HitWatch.Reason.OVERLOADED, 1);
      waiter.failed(new StoreFault.Overloaded(limits.queued()));
    } else if (queue.begin()) {
      goOn();
    }
  }

  /** How many hits wait to be stored, beside those that are being stored now. */
  public int waiting() {
    return queue.size();
  }

  /**
   * Tries the record again, where hits wait for it; to be called now and then. Whether it is there.
   *
   * <p>Hits go on into the spool meanwhile: a database that is away may take long to say so.
   */
  public CompletableFuture<Boolean> tryAgain() {
    return detour
        .filter(Detour::isOpen)
        .map(way -> way.tryRecord(ledger).thenApply(this::goOnIf))
        .orElseGet(() -> CompletableFuture.completedFuture(true));
  }

  private boolean goOnIf(boolean back) {
    if (back && queue.begin()) {
      goOn();
    }
    return back;
  }

  /** The next step of whoever is at work: one batch, or the end of the work. */
  private void goOn() {
    WaitingBatch batch = queue.next();
    Optional<Detour> open = detour.filter(Detour::isOpen);
    if (open.isPresent() && !(batch.isEmpty() && open.get().isAway())) {
      onDetour(open.get(), batch);
    } else if (!batch.isEmpty()) {
      store(batch);
    } else if (!queue.end()) {
      goOn();
    }
  }

  private void store(WaitingBatch batch) {
    List<Arrival> arrivals = batch.arrivals();
    HitWatch.Commit commit = watch.begins(arrivals.size());
    CompletableFuture<HitBatch.Stored> _ =
        ledger
            .writeHits(records -> HitBatch.take(records, rules, arrivals))
            .whenComplete(
                (stored, failure) -> {
                  if (stored == null) {
                    notStored(batch, StoreFault.cause(Objects.requireNonNull(failure)));
                  } else {
                    settle(batch, stored, commit);
                  }
                });
  }

  private void settle(WaitingBatch batch, HitBatch.Stored stored, HitWatch.Commit commit) {
    try {
      detour.ifPresent(way -> way.learn(batch.arrivals(), stored));
      batch.answer(stored.answers());
      commit.stored(stored.tally());
    } finally {
      goOn();
    }
  }

  private void notStored(WaitingBatch batch, Throwable failure) {
    if (detour.isPresent() && isAway(failure)) {
      detour.get().setAway(true);
      onDetour(detour.get(), batch);
    } else if (failure instanceof StoreFault || batch.hits().size() == 1) {
      failAndGoOn(batch, failure);
    } else {
      queue.halve(batch);
      goOn();
    }
  }

  /**
   * Whether the record may have been out of reach; that a hit was stored all the same is no harm.
   */
  private static boolean isAway(Throwable failure) {
    return failure instanceof StoreFault.Unavailable || failure instanceof StoreFault.InDoubt;
  }

  private void failAndGoOn(WaitingBatch batch, Throwable failure) {
    try {
      fail(batch, failure);
    } finally {
      goOn();
    }
  }

  private void fail(WaitingBatch batch, Throwable failure) {
    watch.refused(HitWatch.Reason.of(failure), batch.hits().size());
    batch.fail(failure);
  }

  /** Puts the batch behind those that wait, then, unless the record is away, some on record. */
  private void onDetour(Detour way, WaitingBatch batch) {
    CompletableFuture<Boolean> _ =
        way.take(batch.arrivals(), rules)
            .handle((answers, failure) -> tellOnDetour(batch, answers, failure))
            .thenCompose(told -> way.drainUnlessAway(ledger, rules))
            .handle((more, failure) -> goOnAfter(way, failure));
  }

  private boolean tellOnDetour(
      WaitingBatch batch,
      @Nullable List<Optional<HitAnswer>> answers,
      @Nullable Throwable failure) {
    if (answers == null) {
      fail(batch, StoreFault.cause(Objects.requireNonNull(failure)));
      return false;
    }
    int unknown = Math.toIntExact(answers.stream().filter(Optional::isEmpty).count());
    watch.refused(HitWatch.Reason.CARD_NOT_KNOWN, unknown);
    batch.tell(
        (waiter, place) ->
            answers
                .get(place)
                .ifPresentOrElse(
                    waiter::answered, () -> waiter.failed(new StoreFault.CardNotKnown())));
    return true;
  }

  private boolean goOnAfter(Detour way, @Nullable Throwable failure) {
    if (failure != null) {
      way.notWorking(StoreFault.cause(failure));
    }
    goOn();
    return true;
  }
}
