package tapwright.server.app.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.app.IdSource;
import tapwright.server.app.SentInstant;
import tapwright.server.app.Shown;
import tapwright.server.app.subscription.PlanFacts;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.claim.Deadline;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.hit.Uses;
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

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ledger ledger;
  private final Packs packs;
  private final IdSource ids;
  private final InstantSource clock;

  public DecideClaims(Ledger ledger, Packs packs, IdSource ids, InstantSource clock) {
    this.ledger = ledger;
    this.packs = packs;
    this.ids = ids;
    this.clock = clock;
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
   * @param deadlines what it set
   */
  private record Decided(StoredClaim claim, List<Deadline> deadlines) implements Look {}

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
  private static Answer<StoredClaim> keepOnce(
      Records records, Caller caller, IdempotencyKey key, Decided decided) {
    return decidedBefore(records, caller, key).orElseGet(() -> keep(records, caller, key, decided));
  }

  private static Answer<StoredClaim> keep(
      Records records, Caller caller, IdempotencyKey key, Decided decided) {
    StoredClaim claim = decided.claim();
    records.claims().add(claim);
    records.deadlines().add(decided.deadlines());
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
    Optional<Refusal> outside = SentInstant.refusal(request.at(), now);
    if (outside.isPresent()) {
      return Over.refused(outside.get());
    }
    Claim claim =
        new Claim(
            request.kind(),
            request.reason(),
            SentInstant.of(request.at(), now).truncatedTo(ChronoUnit.MICROS),
            request.evidence());
    Facts.Builder known = facts(records, card, order, request);
    Optional<Pack> pack = packs.inForce(order.pack(), known.build());
    if (pack.isEmpty()) {
      return Over.refused(packs.unknown(order.pack()));
    }
    Facts facts = withUses(records, order, known, pack.get(), claim);
    Decision decision = Engine.decide(pack.get(), pack.get().calendar(), claim, facts);
    StoredClaim decided = stored(card, now, facts, decision);
    return new Decided(decided, Deadline.of(decided, decision.due()));
  }

  private StoredClaim stored(Card card, Instant now, Facts facts, Decision decision) {
    Claim claim = decision.claim();
    return new StoredClaim(
        ids.next(),
        card.id(),
        card.seller(),
        card.orderId(),
        claim.kind().word(),
        claim.reason().word(),
        claim.at(),
        now,
        decision.basis().pack(),
        decision.basis().packSha256().toHex(),
        decision.basis().calendarSha256().toHex(),
        decision.outcome().word(),
        Bytes.ofUtf8(facts.toText()),
        decision.canonicalBytes(),
        json(decision),
        Explanation.of(decision));
  }

  private static String json(Decision decision) {
    try {
      return JSON.writeValueAsString(decision.toMap());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a decision is always JSON", e);
    }
  }

  /** What the order said, then its plan, then what the card went through, then what is sent. */
  private Facts.Builder facts(Records records, Card card, Order order, ClaimRequest request) {
    List<CardHistory> history = records.cards().history(card.seller(), card.id());
    FactSheet sheet =
        new FactSheet()
            .at(Event.PURCHASED_AT, Optional.of(order.placedAt()))
            .with(order.facts())
            .with(PlanFacts.of(records, order, request.facts(), clock.instant()))
            .at(Event.PROCESSED_AT, first(history, "verified"))
            .at(Event.SHIPPED_AT, first(history, "shipped"))
            .at(Event.DELIVERED_AT, first(history, "delivered"))
            .at(Event.ACTIVATED_AT, first(history, "activated"))
            .with(
                card.contentMatchesOrder()
                    .map(matches -> Map.of("contentMatchesOrder", matches.toString()))
                    .orElse(Map.of()))
            .with(request.facts());
    return sheet.facts();
  }

  private static Optional<Instant> first(List<CardHistory> history, String kind) {
    return history.stream()
        .filter(entry -> entry.kind().equals(kind))
        .map(CardHistory::at)
        .findFirst();
  }

  /** The same with the uses of the account's cards, parted where this pack looks at them. */
  private static Facts withUses(
      Records records, Order order, Facts.Builder known, Pack pack, Claim claim) {
    List<Cuts.Segment> segments = Cuts.of(pack, pack.calendar(), claim, known.build());
    Uses.AccountUses uses = records.uses().of(order, segments, pack.countedUses());
    return known.usage(new Usage.Timeline(uses.sums())).unseenReads(uses.unseenReads()).build();
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
