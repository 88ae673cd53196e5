package tapwright.server.app;

import java.util.HashMap;
import java.util.Map;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.SellerId;
import tapwright.core.tap.Assurance;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.Verdict;

/** What hits are answered with, for the length of one transaction; what was asked is kept. */
final class HitAnswers {

  /** More replacements of one card than ever happen; a longer chain would be a circle. */
  private static final int REPLACEMENT_LIMIT = 16;

  private final Records records;
  private final Map<SellerId, Activation> activations = new HashMap<>();
  private final Map<CardId, String> targets = new HashMap<>();

  HitAnswers(Records records) {
    this.records = records;
  }

  HitAnswer of(Card card, Verdict verdict) {
    if (card.status().suspended()) {
      return new HitAnswer.Page(HitAnswer.PageKind.SUSPENDED);
    }
    return switch (card.status().state()) {
      case BLANK, ENCODED, VERIFIED -> new HitAnswer.Page(HitAnswer.PageKind.NOT_ISSUED);
      case ISSUED ->
          activation(card) == Activation.HOLDER
              ? new HitAnswer.Page(HitAnswer.PageKind.NOT_ACTIVATED)
              : leadOn(card.target(), verdict);
      case ACTIVE -> leadOn(card.target(), verdict);
      case REPLACED ->
          leadOn(targets.computeIfAbsent(card.id(), id -> targetOfReplacement(card)), verdict);
      case REVOKED, SCRAPPED -> new HitAnswer.Page(HitAnswer.PageKind.REVOKED);
    };
  }

  /** How the card's seller brings cards into use. */
  Activation activation(Card card) {
    return activations.computeIfAbsent(
        card.seller(), seller -> records.sellers().find(seller).orElseThrow().activation());
  }

  private static HitAnswer leadOn(String target, Verdict verdict) {
    boolean counted = verdict.hitClass() == HitClass.TAP || verdict.hitClass() == HitClass.SCAN;
    return target.isEmpty()
        ? new HitAnswer.Page(HitAnswer.PageKind.NO_TARGET)
        : new HitAnswer.Redirect(target, counted && verdict.assurance() == Assurance.BARE);
  }

  private String targetOfReplacement(Card card) {
    Card last = card;
    for (int i = 0; i < REPLACEMENT_LIMIT && last.replacedBy().isPresent(); i++) {
      CardId next = last.replacedBy().get();
      last = records.cards().byId(card.seller(), next).orElseThrow();
    }
    return last.status().state() == CardState.ACTIVE && !last.status().suspended()
        ? last.target()
        : "";
  }
}
