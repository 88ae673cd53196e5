package tapwright.server.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.ChipOnRecord;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.Verdict;

/** Classes a hit, puts it on record and says what it is answered with; all in one transaction. */
public final class ResolveHit {

  private static final int AGENT_LIMIT = 256;

  /** More replacements of one card than ever happen; a longer chain would be a circle. */
  private static final int REPLACEMENT_LIMIT = 16;

  private final Ledger ledger;
  private final HitClassing classing;
  private final SunKeyRing keys;

  public ResolveHit(Ledger ledger, HitClassing classing, SunKeyRing keys) {
    this.ledger = ledger;
    this.classing = classing;
    this.keys = keys;
  }

  /** Done when the hit cannot be lost any more. */
  public CompletableFuture<HitAnswer> resolve(Arrival arrival) {
    return ledger.write(records -> resolve(records, arrival));
  }

  private HitAnswer resolve(Records records, Arrival arrival) {
    Optional<Card> found = records.cards().bySlug(arrival.slug());
    if (found.isEmpty()) {
      return new HitAnswer.Unknown();
    }
    Card card = found.get();
    Verdict verdict = verdict(records, card, arrival);
    records
        .hits()
        .add(
            new StoredHit(
                card.id(),
                card.seller(),
                arrival.at(),
                arrival.id(),
                arrival.hit().link(),
                verdict,
                start(arrival.hit().agent())));
    return answer(records, activatedByTap(records, card, verdict, arrival), verdict);
  }

  private Verdict verdict(Records records, Card card, Arrival arrival) {
    Verdict verdict = classing.classify(arrival.hit(), chip(records, card));
    if (!verdict.usesCounter()) {
      return verdict;
    }
    int keyVersion = card.chip().map(Chip::keyVersion).orElse(0);
    return records.hits().useCounter(card.id(), card.seller(), keyVersion, verdict.counter())
        ? verdict
        : verdict.counterSeen();
  }

  private ChipOnRecord chip(Records records, Card card) {
    return new ChipOnRecord(
        card.chip().map(Chip::uid),
        card.chip().map(Chip::counterBaseline).orElse(ChipOnRecord.NOT_COUNTING),
        keys.of(card, records.protections()));
  }

  /**
   * The first tap of a card that was given out brings it into use, where its seller says so; a link
   * that was typed or passed on does not, since without its mirror it is no tap of such a chip.
   */
  private static Card activatedByTap(Records records, Card card, Verdict verdict, Arrival arrival) {
    if (card.status().state() != CardState.ISSUED
        || verdict.hitClass() != HitClass.TAP
        || activation(records, card) != Activation.FIRST_TAP) {
      return card;
    }
    MoveCard.Circumstance circumstance =
        new MoveCard.Circumstance("tap", "first tap", arrival.at(), arrival.at());
    return switch (MoveCard.move(records, card, CardEvent.Step.ACTIVATED, circumstance)) {
      case Answer.Done<Card> done -> done.value();
      case Answer.Refused<Card> suspended -> card;
    };
  }

  private static HitAnswer answer(Records records, Card card, Verdict verdict) {
    if (card.status().suspended()) {
      return new HitAnswer.Page(HitAnswer.PageKind.SUSPENDED);
    }
    return switch (card.status().state()) {
      case BLANK, ENCODED, VERIFIED -> new HitAnswer.Page(HitAnswer.PageKind.NOT_ISSUED);
      case ISSUED ->
          activation(records, card) == Activation.HOLDER
              ? new HitAnswer.Page(HitAnswer.PageKind.NOT_ACTIVATED)
              : leadOn(card.target(), verdict);
      case ACTIVE -> leadOn(card.target(), verdict);
      case REPLACED -> leadOn(targetOfReplacement(records, card), verdict);
      case REVOKED, SCRAPPED -> new HitAnswer.Page(HitAnswer.PageKind.REVOKED);
    };
  }

  private static HitAnswer leadOn(String target, Verdict verdict) {
    boolean counted = verdict.hitClass() == HitClass.TAP || verdict.hitClass() == HitClass.SCAN;
    return target.isEmpty()
        ? new HitAnswer.Page(HitAnswer.PageKind.NO_TARGET)
        : new HitAnswer.Redirect(target, counted && verdict.assurance() == Assurance.BARE);
  }

  private static String targetOfReplacement(Records records, Card card) {
    Card last = card;
    for (int i = 0; i < REPLACEMENT_LIMIT && last.replacedBy().isPresent(); i++) {
      CardId next = last.replacedBy().get();
      last = records.cards().byId(card.seller(), next).orElseThrow();
    }
    return last.status().state() == CardState.ACTIVE && !last.status().suspended()
        ? last.target()
        : "";
  }

  private static Activation activation(Records records, Card card) {
    return records.sellers().find(card.seller()).orElseThrow().activation();
  }

  private static String start(String agent) {
    return agent.length() <= AGENT_LIMIT ? agent : agent.substring(0, AGENT_LIMIT);
  }
}
