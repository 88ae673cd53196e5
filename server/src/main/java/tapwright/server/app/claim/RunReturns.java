package tapwright.server.app.claim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tapwright.core.Refusal;
import tapwright.core.claim.ClaimEvent;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaLife;
import tapwright.core.claim.RmaMove;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;
import tapwright.core.policy.pack.Step;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.order.IdempotencyKey;

/** Goods that come back: permitted, on their way, here, looked at, and what becomes of them. */
public final class RunReturns {

  /** While one of these holds, a claim needs no second number. */
  private static final Set<RmaState> UNDER_WAY =
      EnumSet.of(RmaState.ISSUED, RmaState.SENT, RmaState.RECEIVED, RmaState.INSPECTED);

  private final Ledger ledger;
  private final ClaimMeans means;
  private final Redecide redecide;
  private final SealedLabels labels;
  private final InstantSource clock;

  public RunReturns(Ledger ledger, ClaimMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.means = means;
    this.redecide = new Redecide(new TakeDecision(means.packs()), new OpenTasks(means.terms()));
    this.labels = new SealedLabels(means.seal());
    this.clock = clock;
  }

  /**
   * What is wanted of a return.
   *
   * @param expiresAt the first instant that is too late to send; empty for the usual time
   */
  public record Wanted(Optional<Instant> expiresAt, Optional<RmaLabel> label) {}

  /**
   * Something that happened to the parcel.
   *
   * @param tracking what the carrier calls it; may be empty
   */
  public record Leg(RmaEvent.Step step, Optional<Instant> at, String tracking, String cause) {}

  /** Permits to send the goods back; the same key with the same body permits it once. */
  public CompletableFuture<Answer<RmaView>> issue(
      Caller caller, IdempotencyKey key, String claimId, Wanted wanted) {
    return ledger.write(
        caller.seller(),
        records ->
            KnownClaim.with(
                records,
                caller.seller(),
                claimId,
                known ->
                    Once.of(
                        records,
                        new Once.Key(caller.seller(), key, clock.instant()),
                        made ->
                            labels.view(records.rmas().byId(caller.seller(), made).orElseThrow()),
                        () -> issue(records, known, caller, wanted))));
  }

  private Answer<String> issue(Records records, KnownClaim known, Caller caller, Wanted wanted) {
    Instant now = clock.instant();
    return unissuable(records, known, wanted, now)
        .<Answer<String>>map(Answer::refused)
        .orElseGet(() -> Answer.done(issued(records, known, Deed.of(caller, "", now), wanted)));
  }

  private static Optional<Refusal> unissuable(
      Records records, KnownClaim known, Wanted wanted, Instant now) {
    if (known.after(ClaimEvent.Step.ANSWERED) instanceof Answer.Refused<ClaimState> closed) {
      return Optional.of(closed.refusal());
    }
    Optional<Rma> open =
        records.rmas().of(known.claim()).stream()
            .filter(rma -> UNDER_WAY.contains(rma.state()))
            .findFirst();
    if (open.isPresent()) {
      return open.map(
          rma -> ClaimWorkRefusal.RMA_OPEN.with("rma", rma.id(), "state", rma.state().word()));
    }
    Optional<Instant> past = wanted.expiresAt().filter(at -> !at.isAfter(now));
    if (past.isPresent()) {
      return past.map(at -> ClaimWorkRefusal.RMA_EXPIRY.with("seen", at, "allowed", now));
    }
    StoredClaim claim = known.claim();
    return wanted.label().isPresent()
        ? ClaimKeys.missing(records, claim.seller(), claim.card())
        : Optional.empty();
  }

  private String issued(Records records, KnownClaim known, Deed deed, Wanted wanted) {
    Rma rma = labelled(records, plain(known.claim(), deed, wanted), wanted);
    records.rmas().add(rma);
    tell(
        records,
        known,
        deed,
        new ClaimTrail.Happening(
            "rma-issued", Map.of("rma", rma.id(), "expiresAt", rma.way().expiresAt().toString())));
    return rma.id();
  }

  private Rma plain(StoredClaim claim, Deed deed, Wanted wanted) {
    Instant now = deed.recordedAt();
    return new Rma(
        means.ids().next(),
        claim.card(),
        claim.seller(),
        claim.id(),
        1,
        RmaState.ISSUED,
        new Rma.Way(
            now,
            wanted.expiresAt().orElse(now.plus(means.terms().rmaLife())),
            Optional.empty(),
            Optional.empty(),
            ""),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Rma labelled(Records records, Rma rma, Wanted wanted) {
    return wanted
        .label()
        .flatMap(
            label ->
                ClaimKeys.find(records, rma.seller(), rma.card())
                    .map(key -> labels.seal(label, key, rma)))
        .map(rma::labelled)
        .orElse(rma);
  }

  public CompletableFuture<Answer<RmaView>> view(Caller caller, String rmaId) {
    return ledger.read(
        caller.seller(),
        records -> with(records, caller, rmaId, rma -> Answer.done(labels.view(rma))));
  }

  /** Lets the parcel be sent or received, or takes the permission back. */
  public CompletableFuture<Answer<RmaView>> move(Caller caller, String rmaId, Leg leg) {
    return ledger.write(
        caller.seller(),
        records -> with(records, caller, rmaId, rma -> move(records, rma, caller, leg)));
  }

  private Answer<RmaView> move(Records records, Rma rma, Caller caller, Leg leg) {
    Instant now = clock.instant();
    Optional<Refusal> outside = SentInstant.refusal(leg.at(), now);
    if (outside.isPresent()) {
      return Answer.refused(outside.get());
    }
    Deed deed = Deed.of(caller, leg.cause(), SentInstant.of(leg.at(), now), now);
    return moved(
        records,
        rma,
        new Doing(
            leg.step(), deed, next -> rma.in(next, way(rma, leg, deed.at())), met(leg.step())));
  }

  private static Rma.Way way(Rma rma, Leg leg, Instant at) {
    return switch (leg.step()) {
      case SENT -> rma.way().sent(at, leg.tracking());
      case RECEIVED -> rma.way().received(at);
      case EXPIRED, CANCELLED -> rma.way();
    };
  }

  private static List<String> met(RmaEvent.Step step) {
    return switch (step) {
      case SENT, RECEIVED, CANCELLED -> List.of(Step.SHIP_BACK.word());
      case EXPIRED -> List.of();
    };
  }

  /** Keeps what an inspection found, which becomes facts of the claim, and decides again. */
  public CompletableFuture<Answer<RmaView>> inspect(
      Caller caller, String rmaId, Rma.Findings findings) {
    List<FieldError> errors = FactSheet.errorsOf(findings.facts());
    if (!errors.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Answer.Refused<>(
              AppRefusal.FACTS_INVALID.with("count", FieldError.counted(errors.size(), "fact")),
              errors));
    }
    return ledger.write(
        caller.seller(),
        records ->
            with(
                records,
                caller,
                rmaId,
                rma -> inspected(records, rma, Deed.of(caller, "", clock.instant()), findings)));
  }

  /** The same within a work; the facts can be taken. */
  Answer<RmaView> inspected(Records records, Rma rma, Deed deed, Rma.Findings findings) {
    return moved(
        records,
        rma,
        new Doing(
            new RmaEvent.Inspected(findings.verdict()),
            deed,
            next -> rma.found(next, findings),
            List.of(Step.INSPECT.word())));
  }

  /** Says what becomes of the goods and lets it become of them; asked again, it is done. */
  public CompletableFuture<Answer<RmaView>> dispose(
      Caller caller, String rmaId, Disposition disposition) {
    return ledger.write(
        caller.seller(),
        records ->
            with(records, caller, rmaId, rma -> disposed(records, rma, caller, disposition)));
  }

  private Answer<RmaView> disposed(
      Records records, Rma rma, Caller caller, Disposition disposition) {
    if (rma.disposition().equals(Optional.of(disposition))) {
      return Answer.done(labels.view(rma));
    }
    return moved(
        records,
        rma,
        new Doing(
            new RmaEvent.Disposed(verdict(rma), disposition),
            Deed.of(caller, "", clock.instant()),
            next -> rma.disposed(next, disposition),
            List.of()));
  }

  private static Verdict verdict(Rma rma) {
    return rma.findings().map(Rma.Findings::verdict).orElse(Verdict.UNKNOWN);
  }

  /**
   * Something that is to happen to a return.
   *
   * @param change what it makes of the return in the state that follows
   * @param met the dates that end with it
   */
  private record Doing(
      RmaEvent event, Deed deed, Function<RmaState, Rma> change, List<String> met) {}

  private Answer<RmaView> moved(Records records, Rma rma, Doing doing) {
    return switch (RmaLife.apply(rma.state(), doing.event())) {
      case RmaMove.Refused refused -> Answer.refused(refused.refusal());
      case RmaMove.Moved moved ->
          switch (MoveGoods.follow(records, rma, doing.event(), doing.deed())) {
            case Answer.Refused<Map<String, String>>(Refusal refusal, var _) ->
                Answer.refused(refusal);
            case Answer.Done<Map<String, String>>(Map<String, String> card) ->
                Answer.done(
                    labels.view(kept(records, doing, doing.change().apply(moved.state()), card)));
          };
    };
  }

  private Rma kept(Records records, Doing doing, Rma next, Map<String, String> card) {
    records.rmas().change(next);
    KnownClaim known =
        KnownClaim.of(records, records.claims().byId(next.seller(), next.claimId()).orElseThrow());
    tell(records, known, doing.deed(), RmaTold.of(next, card));
    records.deadlines().met(known.claim(), doing.met(), doing.deed().recordedAt());
    return next;
  }

  private void tell(Records records, KnownClaim known, Deed deed, ClaimTrail.Happening happening) {
    ClaimTrail.add(records, known.claim(), deed, happening);
    redecide.again(records, known, deed);
  }

  private static <T> Answer<T> with(
      Records records, Caller caller, String rmaId, Function<Rma, Answer<T>> work) {
    return records
        .rmas()
        .byId(caller.seller(), rmaId)
        .map(work)
        .orElseGet(() -> Answer.refused(ClaimWorkRefusal.RMA_UNKNOWN.with("rma", Shown.of(rmaId))));
  }
}
