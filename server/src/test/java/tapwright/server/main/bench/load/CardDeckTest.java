package tapwright.server.main.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tapwright.server.main.bench.taps.TapsSettings;

class CardDeckTest {

  private static final TapLoad ONE = new TapLoad(TapLoad.Kind.MIRROR, 1, 32);
  private static final TapLoad MANY = new TapLoad(TapLoad.Kind.MIRROR, 50, 32);
  private static final TapLoad LINK = new TapLoad(TapLoad.Kind.LINK, 1, 32);

  private final CardDeck deck = CardDeck.draw(new Random(1), List.of(ONE, MANY, LINK), 3);

  @Test
  void aCounterIsNeverTwiceOnOneCard() {
    assertNotEquals(deck.of(ONE, 0), deck.of(ONE, 1));
    assertEquals(deck.of(MANY, 0), deck.of(MANY, 1));
    assertTrue(CardDeck.firstCounter(0) > 0);
    assertTrue(CardDeck.firstCounter(1) - CardDeck.firstCounter(0) >= 100_000);
    assertTrue(CardDeck.firstCounter(TapsSettings.MOST_ROUNDS) < (1 << 24) / 2);
  }

  @Test
  void all_hasEachCardOnce() {
    assertEquals(3 + 50 + 1, deck.all().size());
  }

  @Test
  void lines_areWhatTheScriptReads() {
    BenchCard mirrored = deck.of(ONE, 0).getFirst();
    BenchCard link = deck.of(LINK, 0).getFirst();

    assertEquals(
        mirrored.slug() + " " + mirrored.uid() + "\n" + link.slug() + "\n",
        BenchCard.lines(List.of(mirrored, link)));
  }

  @Test
  void aLoadThatWasNotDrawnFor_isADefect() {
    TapLoad other = new TapLoad(TapLoad.Kind.LINK, 2, 32);

    assertThrows(IllegalArgumentException.class, () -> deck.of(other, 0));
  }
}
