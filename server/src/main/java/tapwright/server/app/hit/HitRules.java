package tapwright.server.app.hit;

import tapwright.core.tap.ChipOnRecord;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.Verdict;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;
import tapwright.server.record.card.Protections;

/**
 * What a hit on a card is, as far as the hit and the card alone can tell.
 *
 * @param keys what cards' signed links are verified with
 */
public record HitRules(HitClassing classing, SunKeyRing keys) {

  Verdict verdict(Hit hit, Card card, Protections protections) {
    return classing.classify(
        hit,
        new ChipOnRecord(
            card.chip().map(Chip::uid),
            card.chip().map(Chip::counterBaseline).orElse(ChipOnRecord.NOT_COUNTING),
            keys.of(card, protections)));
  }
}
