package tapwright.server.app.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.policy.decide.Decision;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.explain.Explanation;
import tapwright.core.policy.fact.Claim;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Facts;
import tapwright.core.policy.fact.Usage;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Pack;
import tapwright.core.policy.pack.Step;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.hit.Uses;
import tapwright.server.record.order.Order;

/** Takes decisions on what is on record and what is stated. */
final class TakeDecision {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Packs packs;

  TakeDecision(Packs packs) {
    this.packs = packs;
  }

  /**
   * What a decision is about.
   *
   * @param now when it is taken
   */
  record About(Card card, Order order, Instant now) {}

  /** A decision with what it was taken from. */
  record Taken(Pack pack, Facts facts, Decision decision) {

    /**
     * By when what is to be done: also what begins with the decision itself. A claim that a person
     * decides has all that it needs, and money that is granted is approved.
     */
    Map<Step, Instant> due(Instant now) {
      Map<Step, Instant> due = new EnumMap<>(Step.class);
      due.putAll(Engine.decide(pack, pack.calendar(), decision.claim(), begun(now)).due());
      due.putAll(decision.due());
      if (decision.outcome() != Outcome.REVIEW && decision.outcome() != Outcome.NEEDS_INFO) {
        due.remove(Step.DECIDE);
      }
      return due;
    }

    /** The same where a person gave the outcome, and the pack may have decided nothing. */
    Map<Step, Instant> dueAsRuled(Outcome ruled, Instant now) {
      Map<Step, Instant> due = due(now);
      Engine.duties(pack, decision.claim(), begun(now), ruled).forEach(due::putIfAbsent);
      return due;
    }

    private Facts begun(Instant now) {
      Facts.Builder known = facts.toBuilder();
      if (decision.outcome() == Outcome.REVIEW && facts.at(Event.COMPLETE_AT).isEmpty()) {
        known.at(Event.COMPLETE_AT, decision.claim().at());
      }
      if (decision.outcome().grants() && facts.at(Event.APPROVED_AT).isEmpty()) {
        known.at(Event.APPROVED_AT, now);
      }
      return known.build();
    }
  }

  /** The decision; empty where the order's policy is not at hand. */
  Optional<Taken> take(Records records, About about, Claim claim, Stated stated) {
    Facts.Builder known = GatherFacts.of(records, about, stated).facts();
    return packs
        .inForce(about.order().pack(), known.build())
        .map(pack -> taken(pack, claim, withUses(records, about.order(), known, pack, claim)));
  }

  private static Taken taken(Pack pack, Claim claim, Facts facts) {
    return new Taken(pack, facts, Engine.decide(pack, pack.calendar(), claim, facts));
  }

  /** The same with the uses of the account's cards, parted where this pack looks at them. */
  private static Facts withUses(
      Records records, Order order, Facts.Builder known, Pack pack, Claim claim) {
    List<Cuts.Segment> segments = Cuts.of(pack, pack.calendar(), claim, known.build());
    Uses.AccountUses uses = records.uses().of(order, segments, pack.countedUses());
    return known.usage(new Usage.Timeline(uses.sums())).unseenReads(uses.unseenReads()).build();
  }

  /** The decision as it is kept. */
  static StoredClaim stored(String id, Card card, Taken taken, Instant now) {
    Decision decision = taken.decision();
    Claim claim = decision.claim();
    return new StoredClaim(
        id,
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
        Bytes.ofUtf8(taken.facts().toText()),
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
}
