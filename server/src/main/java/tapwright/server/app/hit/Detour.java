package tapwright.server.app.hit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.card.Slug;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.server.app.RecordOutage;
import tapwright.server.app.watch.HitTally;
import tapwright.server.app.watch.HitWatch;
import tapwright.server.record.CardListener;
import tapwright.server.record.Ledger;
import tapwright.server.record.StoreFault;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.HitSpool;

/**
 * The way of hits while the record cannot be reached: into a journal on this machine, answered from
 * what was last known of their cards, and from there onto the record in the order in which they
 * came.
 *
 * <p>As long as hits wait there, all others go behind them, so that no hit overtakes another. What
 * a hit is, is decided when it goes onto the record. Whether its card was stopped meanwhile on
 * another node cannot be known: it leads where it led when a hit on it was last stored here.
 */
public final class Detour implements CardListener {

  private static final Logger LOG = LoggerFactory.getLogger(Detour.class);

  private static final int BATCH_LIMIT = 512;

  private final HitSpool spool;
  private final Executor thread;
  private final HitWatch watch;
  private final KnownTargets targets = new KnownTargets();
  private int batchLimit = BATCH_LIMIT;
  private volatile boolean waiting;
  private volatile boolean away;
  private volatile String said = "";
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile Optional<Instant> oldest = Optional.empty();

  /**
   * A detour through the spool.
   *
   * @param thread works on the spool, whose disk makes it wait; does one thing after the other
   */
  public Detour(HitSpool spool, Executor thread) {
    this(spool, thread, HitWatch.NOBODY);
  }

  /** The same with somebody who watches it. */
  public Detour(HitSpool spool, Executor thread, HitWatch watch) {
    this.spool = spool;
    this.thread = thread;
    this.watch = watch;
    this.waiting = spool.size() > 0;
  }

  /** Notes where the cards lead whose hits were just stored. */
  void learn(List<Arrival> arrivals, HitBatch.Stored stored) {
    Map<Slug, HitAnswer> last = new HashMap<>();
    for (int place = 0; place < arrivals.size(); place++) {
      Arrival arrival = arrivals.get(place);
      if (arrival.hit().link().leadsOn()) {
        last.put(arrival.slug(), stored.answers().get(place));
      }
    }
    stored
        .cards()
        .forEach(
            (slug, card) -> {
              if (last.containsKey(slug)) {
                targets.learn(card, last.get(slug));
              }
            });
  }

  /** A card has changed; where it leads now is not known until it is hit again. */
  @Override
  public void changed(Slug slug, long version) {
    targets.forget(slug, version);
  }

  @Override
  public void overlooked() {
    targets.forgetAll();
  }

  /** Whether hits wait in the spool, so that others go behind them. */
  boolean isOpen() {
    return waiting;
  }

  /** When the hit came that waits the longest; empty where none waits. */
  public Optional<Instant> oldest() {
    return waiting ? oldest : Optional.empty();
  }

  /** Whether the record could not be reached when it was last tried. */
  boolean isAway() {
    return away;
  }

  void setAway(boolean now) {
    away = now;
  }

  /** The journal cannot be read or cleared: hits that wait are on it and nowhere else. */
  void notWorking(Throwable failure) {
    away = true;
    if (failure instanceof StoreFault) {
      sayOnce(failure);
    } else {
      LOG.error("a defect keeps hits in the spool", failure);
    }
  }

  /** What keeps hits from the record is tried again each second, and said when it is another. */
  private void sayOnce(Throwable failure) {
    String reason = RecordOutage.reason(failure);
    if (!reason.equals(said)) {
      LOG.warn(
          "{} hits wait in the spool to be put on record: {}; if it lasts, look at the record, and"
              + " at the disk of the state folder and its rights",
          spool.size(),
          reason);
      said = reason;
    }
    LOG.debug("hits out of the spool were not put on record", failure);
  }

  /** Asks the record for something small; whether it answered. */
  CompletableFuture<Boolean> tryRecord(Ledger ledger) {
    if (!trying.compareAndSet(false, true)) {
      return CompletableFuture.completedFuture(false);
    }
    return ledger
        .writeHits(records -> records.sellers().all().size())
        .handle(
            (sellers, failure) -> {
              trying.set(false);
              away = failure != null;
              return !away;
            });
  }

  /** Takes the hits of known cards; done when they are synced. Empty for a hit not taken. */
  CompletableFuture<List<Optional<HitAnswer>>> take(List<Arrival> arrivals, HitRules rules) {
    return CompletableFuture.supplyAsync(() -> takeNow(arrivals, rules), thread);
  }

  /** Looks each target up once: a card may change meanwhile, and who is answered is journaled. */
  private List<Optional<HitAnswer>> takeNow(List<Arrival> arrivals, HitRules rules) {
    List<Optional<HitAnswer>> answers = arrivals.stream().map(hit -> answer(hit, rules)).toList();
    List<Arrival> known =
        IntStream.range(0, answers.size())
            .filter(place -> answers.get(place).isPresent())
            .mapToObj(arrivals::get)
            .toList();
    if (!known.isEmpty()) {
      spool.append(known);
      noteOldest(waiting ? List.of() : known);
      waiting = true;
      watch.journaled(known.size());
    }
    return answers;
  }

  private Optional<HitAnswer> answer(Arrival arrival, HitRules rules) {
    boolean remember = isRemembered(arrival.hit(), rules);
    return target(arrival).map(target -> new HitAnswer.Redirect(target, remember));
  }

  /**
   * A browser that visits by a bare link, whatever the hit turns out to be later; not a repeat or a
   * machine's look, neither of which may use up the visit that follows.
   */
  private static boolean isRemembered(Hit hit, HitRules rules) {
    return hit.written().equals(ChipParameters.NONE)
        && !hit.repeats()
        && !rules.classing().isPreview(hit);
  }

  /** Empty too for the links that show a contact, which only the record has. */
  private Optional<String> target(Arrival arrival) {
    return arrival.hit().link().leadsOn() ? targets.of(arrival.slug()) : Optional.empty();
  }

  /** Puts a batch of the hits that wait on record; whether others still wait. */
  CompletableFuture<Boolean> drain(Ledger ledger, HitRules rules) {
    return CompletableFuture.supplyAsync(this::first, thread)
        .thenCompose(
            hits ->
                ledger
                    .writeHits(records -> HitBatch.takeAgain(records, rules, hits))
                    .thenApply(tally -> new OnRecord(hits.size(), tally)))
        .handleAsync(this::settle, thread);
  }

  private List<Arrival> first() {
    List<Arrival> hits = spool.first(batchLimit);
    noteOldest(hits);
    return hits;
  }

  private void noteOldest(List<Arrival> hits) {
    if (!hits.isEmpty()) {
      oldest = Optional.of(hits.getFirst().at());
    }
  }

  /** As {@link #drain}, but only if the record is there; whether others still wait. */
  CompletableFuture<Boolean> drainUnlessAway(Ledger ledger, HitRules rules) {
    return waiting && !away ? drain(ledger, rules) : CompletableFuture.completedFuture(waiting);
  }

  /** Puts all hits that wait on record; whether that was done. */
  public CompletableFuture<Boolean> drainAll(Ledger ledger, HitRules rules) {
    if (!waiting) {
      return CompletableFuture.completedFuture(true);
    }
    return away
        ? CompletableFuture.completedFuture(false)
        : drain(ledger, rules).thenCompose(more -> drainAll(ledger, rules));
  }

  private boolean settle(@Nullable OnRecord taken, @Nullable Throwable failure) {
    if (taken != null) {
      watch.fromJournal(taken.tally());
      spool.remove(taken.hits());
      said = "";
      batchLimit = Math.min(BATCH_LIMIT, 2 * batchLimit);
    } else if (failure != null) {
      notTaken(StoreFault.cause(failure));
    }
    waiting = spool.size() > 0;
    return waiting;
  }

  private void notTaken(Throwable failure) {
    if (failure instanceof StoreFault) {
      sayOnce(failure);
      away = true;
    } else if (batchLimit > 1) {
      batchLimit = 1;
    } else {
      LOG.error("a hit out of the spool cannot be put on record and is set aside", failure);
      spool.setFirstAside();
    }
  }

  /**
   * Hits of the journal that are on record now.
   *
   * @param hits how many of the journal, some of which may have been there before
   * @param tally what was put there
   */
  private record OnRecord(int hits, HitTally tally) {}
}
