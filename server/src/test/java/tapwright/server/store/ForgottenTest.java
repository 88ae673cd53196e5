package tapwright.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tapwright.core.card.CardId;
import tapwright.core.card.CardStatus;
import tapwright.core.card.SellerId;
import tapwright.core.card.Slug;
import tapwright.core.ndef.LinkCounting;
import tapwright.server.app.Card;
import tapwright.server.app.Change;

class ForgottenTest {

  private static final Slug FIRST = new Slug("0000000001");
  private static final Slug SECOND = new Slug("0000000002");

  private final Forgotten forgotten = new Forgotten();
  private final CardCache cache = CardCache.of(10, forgotten);

  @Test
  void changedCard_isForgottenAndTheOtherStays() {
    remember();
    forgotten.note(new Change.OfCard(FIRST));

    assertEquals(Set.of(SECOND), remembered());
  }

  @Test
  void changesOverlooked_nothingIsRememberedAnyMore() {
    remember();
    forgotten.note(new Change.Overlooked());

    assertEquals(Set.of(), remembered());
    remember();
    assertEquals(Set.of(FIRST, SECOND), remembered());
  }

  private void remember() {
    Stream.of(FIRST, SECOND).map(ForgottenTest::card).forEach(cache::put);
  }

  private Set<Slug> remembered() {
    cache.refresh();
    return Stream.of(FIRST, SECOND)
        .filter(slug -> cache.get(slug).isPresent())
        .collect(Collectors.toSet());
  }

  private static Card card(Slug slug) {
    return new Card(
        new CardId(1),
        new SellerId("default"),
        slug,
        "order",
        "placement",
        CardStatus.ORDERED,
        0,
        "",
        LinkCounting.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
