package tapwright.core.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ToldEventsTest {

  @ParameterizedTest
  @EnumSource
  void everyStep_isReadBackFromItsWord(CardEvent.Step step) {
    assertEquals(Optional.of(step), ToldEvents.read(ToldEvents.word(step), ""));
  }

  @Test
  void eventsWithADetail_areReadBackFromBoth() {
    CardId successor = new CardId(7);

    assertEquals(Optional.of(new CardEvent.Held(Hold.DISPUTE)), ToldEvents.read("held", "dispute"));
    assertEquals(
        Optional.of(new CardEvent.Released(Hold.LOST)), ToldEvents.read("released", "lost"));
    assertEquals(
        Optional.of(new CardEvent.TierSet(Tier.FREE)), ToldEvents.read("tier-set", "free"));
    assertEquals(
        Optional.of(new CardEvent.ReplacementOrdered(successor)),
        ToldEvents.read("replacement-ordered", successor.toString()));
  }

  @ParameterizedTest
  @CsvSource({"target-set,https://example.com", "held,whim", "tier-set,''", "ISSUED,''", "'',''"})
  void whatIsNoStepOfALife_isNone(String kind, String detail) {
    assertEquals(Optional.empty(), ToldEvents.read(kind, detail));
  }
}
