package tapwright.server.app.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.World.SHOP;
import static tapwright.server.app.World.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.WireContact;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.holder.ForgetHolder.Whom;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.key.Holder;

/** What is left of a forgotten person in the files of an embedded record, byte by byte. */
class ForgottenBytesTest implements NewRecord {

  private static final int PEOPLE = 400;
  private static final SellerId SELLER = SHOP.seller();

  @TempDir private Path folder;

  @Test
  void neitherKeyNorMarkNorWordsNorContact_areInAnyFile() throws IOException {
    try (World world = new World(newRecord(folder))) {
      List<CardId> cards = order(world);
      List<Traces> traces = cards.stream().map(card -> traces(world, card)).toList();
      String before = stored(folder);
      traces.forEach(trace -> assertEquals(trace.all(), trace.foundIn(before)));

      List<Integer> some = new ArrayList<>(IntStream.range(0, PEOPLE).boxed().toList());
      Collections.shuffle(some, new Random(6));
      ForgetHolder holders = new ForgetHolder(world.store, world.vault, world.clock);
      for (int one : some.subList(0, PEOPLE / 2)) {
        Whom whom = new Whom.OfCard(cards.get(one));
        assertTrue(done(holders.forget(SELLER, whom, "support").join()).purged());
        world.hit(world.view(cards.get(one)).card().slug(), LinkKind.CHIP, "", false);
      }

      String after = stored(folder);
      for (int one : some.subList(0, PEOPLE / 2)) {
        assertEquals(List.of(), traces.get(one).foundIn(after), "person " + one);
      }
      for (int one : some.subList(PEOPLE / 2, PEOPLE)) {
        assertEquals(traces.get(one).all(), traces.get(one).foundIn(after), "person " + one);
      }
    }
  }

  private static List<CardId> order(World world) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      WireContact contact =
          new WireContact("Sample" + i, "", "", "", "planted" + i + "@example.com", "");
      lines.add(new OrderLine(i + 1, "A-1", "", contact, "", ChipOrder.USUAL, Map.of()));
    }
    return done(world.placeOrders.place(SHOP, World.key("A-1"), lines).join()).cards().stream()
        .map(card -> CardId.parse(card.cardId()).orElseThrow())
        .toList();
  }

  /** What a person left, as it would stand in a file. */
  private record Traces(List<String> all) {

    List<String> foundIn(String files) {
      return all.stream().filter(files::contains).toList();
    }
  }

  private static Traces traces(World world, CardId card) {
    Holder holder =
        world
            .store
            .read(SELLER, records -> records.holders().of(SELLER, card))
            .join()
            .orElseThrow();
    SealedContact contact =
        world
            .store
            .read(SELLER, records -> records.contacts().sealed(SELLER, card))
            .join()
            .orElseThrow();
    Collection<Bytes> words =
        world.vault.blindWords(world.vault.open(contact, SELLER, card), SELLER);
    List<Bytes> all = new ArrayList<>(words);
    all.add(holder.known().orElseThrow().mark());
    all.add(holder.known().orElseThrow().wrappedKey());
    all.add(contact.sealed());
    return new Traces(
        all.stream()
            .map(bytes -> new String(bytes.toArray(), StandardCharsets.ISO_8859_1))
            .toList());
  }
}
