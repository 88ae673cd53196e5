package tapwright.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.ParcelWay.Leg;

/** What carriers tell late, and in any order. */
class ParcelWayTest {

  /** The card was sent, arrived, came back and was sent again. */
  private static final List<Leg> KNOWN =
      List.of(
          leg(Step.SHIPPED, 10),
          leg(Step.DELIVERED, 20),
          leg(Step.REVOKED, 25),
          leg(Step.RETURNED, 30),
          leg(Step.SHIPPED, 40));

  private static Leg leg(Step step, int day) {
    return new Leg(step, Instant.parse("2026-03-01T00:00:00Z").plusSeconds(day * 86_400L));
  }

  @ParameterizedTest
  @CsvSource({
    "SHIPPED, 9, true",
    "SHIPPED, 29, true",
    "SHIPPED, 30, false",
    "DELIVERED, 19, true",
    "DELIVERED, 29, true",
    "DELIVERED, 31, false",
    "DELIVERED, 39, false",
    "RETURNED, 19, true",
    "RETURNED, 29, true",
    "RETURNED, 31, false"
  })
  void whatIsOlderThanTheLastReturn_isOfAWayBefore(Step step, int day, boolean past) {
    assertEquals(past, ParcelWay.isPast(leg(step, day), KNOWN));
  }

  @Test
  void whatCameBack_cameBackAfterItWasDelivered() {
    List<Leg> delivered = List.of(leg(Step.SHIPPED, 10), leg(Step.DELIVERED, 20));

    assertEquals(true, ParcelWay.isPast(leg(Step.RETURNED, 15), delivered));
    assertEquals(false, ParcelWay.isPast(leg(Step.RETURNED, 21), delivered));
    assertEquals(false, ParcelWay.isPast(leg(Step.DELIVERED, 5), delivered));
  }

  @Test
  void endOfAStep_isWhereTheTableOfCardLifePutsTheCard() {
    for (Step step : EnumSet.of(Step.SHIPPED, Step.DELIVERED, Step.RETURNED)) {
      Shipping end = ParcelWay.end(step).orElseThrow();
      boolean reached =
          Arrays.stream(Shipping.values())
              .map(from -> CardLife.apply(CardStatus.ORDERED.in(CardState.ACTIVE).at(from), step))
              .anyMatch(
                  outcome ->
                      outcome instanceof CardOutcome.Moved moved
                          && moved.status().shipping() == end);
      assertEquals(true, reached, step.name());
    }
    assertEquals(
        3, Arrays.stream(Step.values()).filter(step -> ParcelWay.end(step).isPresent()).count());
  }
}
