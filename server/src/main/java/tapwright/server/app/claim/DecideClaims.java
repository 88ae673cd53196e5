package tapwright.server.app.claim;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.fact.Claim;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.order.IdempotencyKeys;
import tapwright.server.record.order.Order;

/**
 * Decides claims by the policy that the order was sold under, on what is on record and what is sent
 * along, and keeps each decision with what it was taken from.
 *
 * <p>It decides on one state of the record and keeps the decision in a work of its own, so that no
 * writer and no tap is held up while the uses of a large account are counted. That state is no
 * older than the claim: whatever was put on record before the claim came is in it, and what came to
 * record since could as well have come a moment later. Hits that wait beside the record, on this
 * node or on another, are not in it. The decision says when it was taken and carries all that it
 * saw; two claims do not look at each other, so none can be overtaken by another's decision.
 */
public final class DecideClaims {

  private final Ledger ledger;
  private final ClaimMeans means;
  private final InstantSource clock;
  private final TakeDecision taking;
  private final OpenClaim opening;

  public DecideClaims(Ledger ledger, ClaimMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.means = means;
    this.clock = clock;
    this.taking = new TakeDecision(means.packs());
    this.opening = new OpenClaim(means.seal(), new OpenTasks(means.terms()));
  }

  /** Decides the claim and puts it on record; the same key with the same body decides once. */
  public CompletableFuture<Answer<StoredClaim>> decide(
      Caller caller, IdempotencyKey key, ClaimRequest request) {
    List<FieldError> errors = FactSheet.errorsOf(request.facts());
    if (!errors.isEmpty()) {
      return CompletableFuture.completedFuture(
          new Answer.Refused<>(
              AppRefusal.FACTS_INVALID.with("count", FieldError.counted(errors.size(), "fact")),
              errors));
    }
    return ledger
        .read(caller.seller(), records -> look(records, caller, key, request))
        .thenCompose(
            look ->
                switch (look) {
                  case Decided decided ->
                      ledger.write(
                          caller.seller(), records -> keepOnce(records, caller, key, decided));
                  case Over over -> CompletableFuture.completedFuture(over.answer());
                });
  }

  /** What comes of a look at the record. */
  private sealed interface Look {}

  /** An answer for which nothing has to be put on record. */
  private record Over(Answer<StoredClaim> answer) implements Look {

    static Over refused(Refusal refusal) {
      return new Over(Answer.refused(refusal));
    }
  }

  /**
   * A decision that is ready to be put on record.
   *
   * @param request what was asked
   * @param taken with what it was taken from
   */
  private record Decided(StoredClaim claim, ClaimRequest request, TakeDecision.Taken taken)
      implements Look {}

  private Look look(Records records, Caller caller, IdempotencyKey key, ClaimRequest request) {
    return decidedBefore(records, caller, key)
        .<Look>map(Over::new)
        .orElseGet(() -> decide(records, caller.seller(), request));
  }

  /** What the key was answered with; empty where it is new. */
  private static Optional<Answer<StoredClaim>> decidedBefore(
      Records records, Caller caller, IdempotencyKey key) {
    return records
        .keys()
        .find(caller.seller(), key.key())
        .map(
            used ->
                used.bodyHash().equals(key.bodyHash())
                    ? Answer.done(
                        records.claims().byId(caller.seller(), used.result()).orElseThrow())
                    : Answer.refused(AppRefusal.KEY_REUSED.with("key", key.key())));
  }

  /** Puts the decision on record, unless another with the same key got there first. */
  private Answer<StoredClaim> keepOnce(
      Records records, Caller caller, IdempotencyKey key, Decided decided) {
    return decidedBefore(records, caller, key).orElseGet(() -> keep(records, caller, key, decided));
  }

  private Answer<StoredClaim> keep(
      Records records, Caller caller, IdempotencyKey key, Decided decided) {
    StoredClaim claim = decided.claim();
    records.claims().add(claim);
    opening.open(
        records,
        claim,
        Deed.of(caller, "", claim.at(), claim.decidedAt()),
        new OpenClaim.Came(decided.request(), decided.taken()));
    records
        .keys()
        .add(
            caller.seller(),
            key.key(),
            new IdempotencyKeys.Use(key.bodyHash(), claim.id()),
            claim.decidedAt());
    return Answer.done(claim);
  }

  private Look decide(Records records, SellerId seller, ClaimRequest request) {
    Optional<Card> card = records.cards().byId(seller, request.card());
    if (card.isEmpty()) {
      return Over.refused(AppRefusal.CARD_UNKNOWN.with("card", request.card()));
    }
    Order order = records.orders().byId(seller, card.get().orderId()).orElseThrow();
    if (order.pack().isEmpty()) {
      return Over.refused(AppRefusal.PACK_MISSING.with("order", order.number()));
    }
    return decide(records, card.get(), order, request);
  }

  private Look decide(Records records, Card card, Order order, ClaimRequest request) {
    Instant now = clock.instant();
    Optional<Refusal> outside =
        SentInstant.refusal(request.at(), now).or(() -> unkept(records, card, request));
    if (outside.isPresent()) {
      return Over.refused(outside.get());
    }
    Claim claim =
        new Claim(
            request.kind(),
            request.reason(),
            SentInstant.of(request.at(), now).truncatedTo(ChronoUnit.MICROS),
            request.shown());
    return taking
        .take(records, new TakeDecision.About(card, order, now), claim, OpenClaim.stated(request))
        .<Look>map(
            taken ->
                new Decided(
                    TakeDecision.stored(means.ids().next(), card, taken, now), request, taken))
        .orElseGet(() -> Over.refused(means.packs().unknown(order.pack())));
  }

  private static Optional<Refusal> unkept(Records records, Card card, ClaimRequest request) {
    return request.intake().text().isPresent()
        ? ClaimKeys.missing(records, card.seller(), card.id())
        : Optional.empty();
  }

  /** A claim as it was decided. */
  public CompletableFuture<Answer<StoredClaim>> find(Caller caller, String claimId) {
    return ledger.read(
        caller.seller(),
        records ->
            records
                .claims()
                .byId(caller.seller(), claimId)
                .map(Answer::done)
                .orElseGet(
                    () ->
                        Answer.refused(AppRefusal.CLAIM_UNKNOWN.with("claim", Shown.of(claimId)))));
  }

  /** The claims about a card, oldest first. */
  public CompletableFuture<Answer<List<StoredClaim>>> of(Caller caller, CardId card) {
    return ledger.read(
        caller.seller(),
        records ->
            records.cards().byId(caller.seller(), card).isEmpty()
                ? Answer.refused(AppRefusal.CARD_UNKNOWN.with("card", card))
                : Answer.done(records.claims().of(caller.seller(), card)));
  }
}
