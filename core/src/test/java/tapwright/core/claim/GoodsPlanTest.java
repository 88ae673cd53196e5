package tapwright.core.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Checked;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardOutcome;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Hold;
import tapwright.core.card.Shipping;
import tapwright.core.card.Tier;

/** What becomes of cards with the parcels that they came back in. */
class GoodsPlanTest {

  @ParameterizedTest(name = "{2} of {0}, {1}: {3}")
  @CsvSource({
    "REPLACED, RETURNED, SCRAP, SCRAPPED",
    "REVOKED, SHIPPED, SCRAP, RETURNED SCRAPPED",
    "EXPIRED, DELIVERED, SCRAP, RETURNED SCRAPPED",
    "VERIFIED, AT_SELLER, SCRAP, SCRAPPED",
    "SCRAPPED, RETURNED, SCRAP, ''",
    "ACTIVE, RETURNED, SCRAP, rma-card-in-use",
    "ISSUED, DELIVERED, SCRAP, rma-card-in-use",
    "BLANK, AT_SELLER, SCRAP, card-step-not-allowed",
    "RESTOCKED, RETURNED, SCRAP, card-step-not-allowed",
    "REVOKED, RETURNED, RESTOCK, RESTOCKED",
    "REVOKED, DELIVERED, RESTOCK, RETURNED RESTOCKED",
    "RESTOCKED, RETURNED, RESTOCK, ''",
    "ACTIVE, RETURNED, RESTOCK, rma-card-in-use",
    "SCRAPPED, RETURNED, RESTOCK, card-step-not-allowed",
    "ACTIVE, RETURNED, SEND_BACK, SHIPPED",
    "ISSUED, AT_SELLER, SEND_BACK, SHIPPED",
    "VERIFIED, AT_SELLER, SEND_BACK, ISSUED SHIPPED",
    "ACTIVE, SHIPPED, SEND_BACK, ''",
    "ACTIVE, DELIVERED, SEND_BACK, ''",
    "REVOKED, RETURNED, SEND_BACK, card-step-not-allowed",
    "SCRAPPED, RETURNED, SEND_BACK, card-step-not-allowed"
  })
  void disposition_isTheStepsOfTheCardOrARefusal(
      CardState state, Shipping shipping, Disposition to, String expected) {
    assertEquals(expected, words(GoodsPlan.of(card(state, shipping, Set.of()), to)));
  }

  @Test
  void heldCard_isNotSentAndMayEnd() {
    Set<Hold> held = Set.of(Hold.CLAIM);

    assertEquals(
        "card-suspended",
        words(
            GoodsPlan.of(card(CardState.ACTIVE, Shipping.RETURNED, held), Disposition.SEND_BACK)));
    assertEquals(
        "SCRAPPED",
        words(GoodsPlan.of(card(CardState.REVOKED, Shipping.RETURNED, held), Disposition.SCRAP)));
  }

  /** Whatever the card: what is planned can happen, and ends as the disposition says. */
  @Test
  void everyCard_isAsTheDispositionSaysOrAsItWas() {
    for (CardState state : CardState.values()) {
      for (Shipping shipping : Shipping.values()) {
        for (Disposition to : Disposition.values()) {
          CardStatus card = card(state, shipping, Set.of());
          if (GoodsPlan.of(card, to) instanceof Checked.Passed<List<Step>>(List<Step> steps)) {
            assertTrue(isDone(after(card, steps), to), state + " " + shipping + " " + to);
          }
        }
      }
    }
  }

  private static CardStatus after(CardStatus card, List<Step> steps) {
    CardStatus next = card;
    for (Step step : steps) {
      next = ((CardOutcome.Moved) CardLife.apply(next, step)).status();
    }
    return next;
  }

  private static boolean isDone(CardStatus card, Disposition to) {
    return switch (to) {
      case SCRAP -> card.state() == CardState.SCRAPPED;
      case RESTOCK -> card.state() == CardState.RESTOCKED;
      case SEND_BACK ->
          card.shipping() == Shipping.SHIPPED || card.shipping() == Shipping.DELIVERED;
    };
  }

  private static CardStatus card(CardState state, Shipping shipping, Set<Hold> holds) {
    return new CardStatus(state, shipping, Tier.PAID, holds);
  }

  private static String words(Checked<List<Step>> plan) {
    return switch (plan) {
      case Checked.Passed<List<Step>>(List<Step> steps) ->
          steps.stream().map(Step::name).collect(Collectors.joining(" "));
      case Checked.Refused<List<Step>>(var refusal) -> refusal.code().code();
    };
  }
}
