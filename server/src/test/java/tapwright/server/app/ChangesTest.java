package tapwright.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardEvent;

class ChangesTest {

  @TempDir private Path folder;

  @Test
  void changeOfACard_isToldOnceItIsStoredAndARefusedOneIsNot() {
    try (World world = new World(folder)) {
      Card card = world.issued("A-1", "04E141124C2880");
      List<Change> heard = new CopyOnWriteArrayList<>();
      world.store.changes().listen(heard::add);

      World.done(
          world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.REVOKED)).join());
      World.refused(
          world.runCards.act(World.SHOP, card.id(), World.act(CardEvent.Step.SHIPPED)).join());

      assertEquals(List.of(new Change.OfCard(card.slug())), heard);
    }
  }
}
