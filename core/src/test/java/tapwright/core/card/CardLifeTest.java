package tapwright.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent.Step;

/** Every state with every event; each is in the table below or must be refused. */
class CardLifeTest {

  /** A card that is nowhere special: with the seller, paid, not held. */
  private static final Map<Step, Map<CardState, CardState>> MOVES = moves();

  @Test
  void everyStep_movesAsTheTableSaysOrIsRefused() {
    for (CardState state : CardState.values()) {
      for (Step step : Step.values()) {
        CardState next = MOVES.getOrDefault(step, Map.of()).get(state);
        CardOutcome outcome = CardLife.apply(readyFor(state, step), step);
        if (next == null) {
          assertEquals("card-step-not-allowed", refusal(outcome).code().code(), state + " " + step);
        } else {
          assertEquals(next, status(outcome).state(), state + " " + step);
        }
      }
    }
  }

  @Test
  void everyLegOfTheWay_isAllowedFromItsBeginningsOnly() {
    Map<Step, Set<Shipping>> begins =
        Map.of(
            Step.SHIPPED, EnumSet.of(Shipping.AT_SELLER, Shipping.RETURNED),
            Step.DELIVERED, EnumSet.of(Shipping.AT_SELLER, Shipping.SHIPPED),
            Step.RETURNED, EnumSet.of(Shipping.SHIPPED, Shipping.DELIVERED));
    Map<Step, Shipping> ends =
        Map.of(
            Step.SHIPPED, Shipping.SHIPPED,
            Step.DELIVERED, Shipping.DELIVERED,
            Step.RETURNED, Shipping.RETURNED);
    for (Step step : begins.keySet()) {
      for (Shipping shipping : Shipping.values()) {
        CardOutcome outcome = CardLife.apply(of(CardState.ACTIVE).at(shipping), step);
        if (begins.getOrDefault(step, Set.of()).contains(shipping)) {
          assertEquals(ends.get(step), status(outcome).shipping(), step + " " + shipping);
          assertEquals(CardState.ACTIVE, status(outcome).state());
        } else {
          assertEquals("card-shipping-not-allowed", refusal(outcome).code().code());
        }
      }
    }
  }

  @Test
  void holds_areSetAndReleasedInEveryStateThatIsNotFinal() {
    for (CardState state : CardState.values()) {
      for (Hold hold : Hold.values()) {
        CardOutcome held = CardLife.apply(of(state), new CardEvent.Held(hold));
        CardOutcome released = CardLife.apply(of(state).with(hold), new CardEvent.Released(hold));
        if (state.isFinal()) {
          assertEquals("card-step-not-allowed", refusal(held).code().code());
          assertEquals("card-step-not-allowed", refusal(released).code().code());
        } else {
          assertEquals(Set.of(hold), status(held).holds());
          assertTrue(status(held).suspended());
          assertFalse(status(released).suspended());
        }
      }
    }
  }

  @Test
  void aHold_isNeitherSetTwiceNorReleasedUnset() {
    CardStatus held = of(CardState.ACTIVE).with(Hold.LOST);

    assertEquals(
        "hold lost is set already; the holds are lost",
        refusal(CardLife.apply(held, new CardEvent.Held(Hold.LOST))).message());
    assertEquals(
        "hold dispute is not set; the holds are lost",
        refusal(CardLife.apply(held, new CardEvent.Released(Hold.DISPUTE))).message());
  }

  @Test
  void aCardWithTwoHolds_staysSuspendedUntilBothAreReleased() {
    CardStatus held = of(CardState.ACTIVE).with(Hold.LOST).with(Hold.CLAIM);

    CardStatus once = status(CardLife.apply(held, new CardEvent.Released(Hold.LOST)));

    assertTrue(once.suspended());
    assertFalse(status(CardLife.apply(once, new CardEvent.Released(Hold.CLAIM))).suspended());
  }

  @Test
  void aHeldCard_isNotGivenOutNorBroughtIntoUse() {
    Map<Step, CardState> barred =
        Map.of(
            Step.ISSUED, CardState.VERIFIED,
            Step.ACTIVATED, CardState.ISSUED,
            Step.SHIPPED, CardState.ISSUED);
    barred.forEach(
        (step, state) ->
            assertEquals(
                "card-suspended",
                refusal(CardLife.apply(of(state).with(Hold.FRAUD), step)).code().code()));
  }

  @Test
  void aHeldCard_isStillVerifiedRevokedAndDelivered() {
    assertEquals(
        CardState.VERIFIED,
        status(CardLife.apply(of(CardState.BLANK).with(Hold.FRAUD), Step.VERIFIED)).state());
    assertEquals(
        CardState.REVOKED,
        status(CardLife.apply(of(CardState.ACTIVE).with(Hold.LOST), Step.REVOKED)).state());
    assertEquals(
        Shipping.DELIVERED,
        status(
                CardLife.apply(
                    of(CardState.ISSUED).with(Hold.CLAIM).at(Shipping.SHIPPED), Step.DELIVERED))
            .shipping());
  }

  @Test
  void marks_areSetOnceAndTakenAwayOnceInEveryStateThatAllowsIt() {
    BEGINS.forEach(
        (step, mark) -> {
          CardStatus marked = status(CardLife.apply(of(CardState.ACTIVE), step));
          assertEquals(Set.of(mark), marked.marks());
          assertEquals("card-marked-already", code(marked, step));
        });
    ENDS.forEach(
        (step, mark) -> {
          CardStatus marked = of(CardState.ACTIVE).with(mark);
          assertEquals(Set.of(), status(CardLife.apply(marked, step)).marks());
          assertEquals("card-not-marked", code(of(CardState.ACTIVE), step));
        });
  }

  @Test
  void replacement_isOrderedOnceForACardThatWasGivenOut() {
    Set<CardState> from =
        EnumSet.of(CardState.ISSUED, CardState.ACTIVE, CardState.REVOKED, CardState.EXPIRED);
    CardEvent ordered = new CardEvent.ReplacementOrdered(new CardId(7));
    for (CardState state : CardState.values()) {
      if (from.contains(state)) {
        CardStatus waiting = status(CardLife.apply(of(state), ordered));
        assertEquals(Set.of(Mark.REPLACEMENT_ORDERED), waiting.marks());
        assertEquals(state, waiting.state());
        assertEquals("card-replacement-open", code(waiting, ordered));
        assertEquals(Set.of(), status(CardLife.apply(waiting, Step.REPLACED)).marks());
      } else {
        assertEquals("card-step-not-allowed", code(of(state), ordered), state.toString());
      }
    }
  }

  @Test
  void aLostCard_isReplacedWhileItIsHeld() {
    CardStatus lost = of(CardState.ACTIVE).with(Hold.LOST).with(Mark.REPLACEMENT_ORDERED);

    CardStatus replaced = status(CardLife.apply(lost, Step.REPLACED));

    assertEquals(CardState.REPLACED, replaced.state());
    assertFalse(replaced.suspended());
  }

  /** What lies with a carrier or a holder cannot have been wiped. */
  @Test
  void restocked_needsTheCardAtHand() {
    for (Shipping shipping : Shipping.values()) {
      CardOutcome outcome = CardLife.apply(of(CardState.REVOKED).at(shipping), Step.RESTOCKED);
      if (shipping == Shipping.AT_SELLER || shipping == Shipping.RETURNED) {
        assertEquals(CardState.RESTOCKED, status(outcome).state());
      } else {
        assertEquals("card-shipping-not-allowed", refusal(outcome).code().code());
      }
    }
    assertEquals(
        "card-step-not-allowed", code(of(CardState.ACTIVE).at(Shipping.SHIPPED), Step.RESTOCKED));
  }

  @Test
  void tier_changesInEveryStateThatIsNotFinal() {
    for (CardState state : CardState.values()) {
      CardOutcome outcome = CardLife.apply(of(state), new CardEvent.TierSet(Tier.FREE));
      if (state.isFinal()) {
        assertEquals("card-step-not-allowed", refusal(outcome).code().code());
      } else {
        assertEquals(Tier.FREE, status(outcome).tier());
        assertEquals(
            "card-tier-unchanged",
            refusal(CardLife.apply(status(outcome), new CardEvent.TierSet(Tier.FREE)))
                .code()
                .code());
      }
    }
  }

  @Test
  void refusal_namesEventStateAndWhatIsAllowed() {
    assertEquals(
        "event activated on a card that is blank, allowed from issued",
        refusal(CardLife.apply(CardStatus.ORDERED, Step.ACTIVATED)).message());
  }

  @Test
  void stateIsCheckedBeforeShippingBeforeHolds() {
    CardStatus all = of(CardState.BLANK).at(Shipping.SHIPPED).with(Hold.LOST);

    assertEquals("card-step-not-allowed", code(all, Step.SHIPPED));
    assertEquals("card-shipping-not-allowed", code(all.in(CardState.ISSUED), Step.SHIPPED));
    assertEquals(
        "card-suspended", code(all.in(CardState.ISSUED).at(Shipping.AT_SELLER), Step.SHIPPED));
  }

  private static String code(CardStatus status, CardEvent event) {
    return refusal(CardLife.apply(status, event)).code().code();
  }

  private static Map<Step, Map<CardState, CardState>> moves() {
    Map<Step, Map<CardState, CardState>> moves = new LinkedHashMap<>();
    to(moves, Step.ENCODED, CardState.ENCODED, CardState.BLANK, CardState.ENCODED);
    to(moves, Step.VERIFIED, CardState.VERIFIED, CardState.BLANK, CardState.ENCODED);
    to(moves, Step.ISSUED, CardState.ISSUED, CardState.VERIFIED);
    to(moves, Step.ACTIVATED, CardState.ACTIVE, CardState.ISSUED);
    to(
        moves,
        Step.REVOKED,
        CardState.REVOKED,
        CardState.BLANK,
        CardState.ENCODED,
        CardState.VERIFIED,
        CardState.ISSUED,
        CardState.ACTIVE);
    to(
        moves,
        Step.EXPIRED,
        CardState.EXPIRED,
        CardState.BLANK,
        CardState.ENCODED,
        CardState.VERIFIED,
        CardState.ISSUED,
        CardState.ACTIVE);
    to(
        moves,
        Step.REPLACED,
        CardState.REPLACED,
        CardState.ISSUED,
        CardState.ACTIVE,
        CardState.REVOKED,
        CardState.EXPIRED);
    for (Step end : List.of(Step.SCRAPPED, Step.RESTOCKED)) {
      to(
          moves,
          end,
          CardState.valueOf(end.name()),
          CardState.ENCODED,
          CardState.VERIFIED,
          CardState.REVOKED,
          CardState.REPLACED,
          CardState.EXPIRED);
    }
    for (Step step : List.of(Step.SHIPPED, Step.TRANSFER_DETECTED, Step.TRANSFER_SETTLED)) {
      stays(moves, step, CardState.ISSUED, CardState.ACTIVE);
    }
    for (Step step : List.of(Step.CONTENT_OUTDATED, Step.CONTENT_REWRITTEN)) {
      stays(moves, step, CardState.VERIFIED, CardState.ISSUED, CardState.ACTIVE);
    }
    stays(
        moves,
        Step.CONTACT_SET,
        CardState.BLANK,
        CardState.ENCODED,
        CardState.VERIFIED,
        CardState.ISSUED,
        CardState.ACTIVE);
    for (Step step : List.of(Step.DELIVERED, Step.RETURNED)) {
      stays(
          moves,
          step,
          CardState.ISSUED,
          CardState.ACTIVE,
          CardState.REVOKED,
          CardState.REPLACED,
          CardState.EXPIRED);
    }
    stays(moves, Step.REPLACEMENT_CANCELLED, CardState.values());
    return moves;
  }

  private static void to(
      Map<Step, Map<CardState, CardState>> moves, Step step, CardState next, CardState... from) {
    for (CardState state : from) {
      moves.computeIfAbsent(step, key -> new LinkedHashMap<>()).put(state, next);
    }
  }

  private static void stays(
      Map<Step, Map<CardState, CardState>> moves, Step step, CardState... states) {
    for (CardState state : states) {
      to(moves, step, state, state);
    }
  }

  /** What must be known of a card before the step can happen; nothing where it is not here. */
  private static final Map<Step, Mark> ENDS =
      Map.of(
          Step.CONTENT_REWRITTEN, Mark.CONTENT_STALE,
          Step.TRANSFER_SETTLED, Mark.TRANSFERRED,
          Step.REPLACEMENT_CANCELLED, Mark.REPLACEMENT_ORDERED);

  private static final Map<Step, Mark> BEGINS =
      Map.of(
          Step.CONTENT_OUTDATED, Mark.CONTENT_STALE,
          Step.TRANSFER_DETECTED, Mark.TRANSFERRED);

  /** A card in the state, where neither shipping nor marks stand in the way of the step. */
  private static CardStatus readyFor(CardState state, Step step) {
    CardStatus ready =
        of(state).at(step == Step.RETURNED ? Shipping.DELIVERED : Shipping.AT_SELLER);
    Mark needed = ENDS.get(step);
    return needed == null ? ready : ready.with(needed);
  }

  private static CardStatus of(CardState state) {
    return CardStatus.ORDERED.in(state);
  }

  private static CardStatus status(CardOutcome outcome) {
    return switch (outcome) {
      case CardOutcome.Moved moved -> moved.status();
      case CardOutcome.Refused refused -> fail("refused: " + refused.refusal());
    };
  }

  private static Refusal refusal(CardOutcome outcome) {
    return switch (outcome) {
      case CardOutcome.Moved moved -> fail("moved to " + moved.status());
      case CardOutcome.Refused refused -> refused.refusal();
    };
  }

  @Test
  void refusals_haveDifferentCodes() {
    List<String> codes = new ArrayList<>();
    for (CardRefusal refusal : CardRefusal.values()) {
      codes.add(refusal.code());
    }
    assertEquals(codes.size(), Set.copyOf(codes).size());
  }
}
