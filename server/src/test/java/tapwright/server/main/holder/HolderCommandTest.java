package tapwright.server.main.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.card.CardLinks;
import tapwright.core.policy.library.Packs;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.order.Placement;
import tapwright.server.main.CommandProcess;
import tapwright.server.main.CommandRun;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.access.Role;
import tapwright.server.record.card.Seals;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.security.ContactVault;
import tapwright.server.security.SecretVault;
import tapwright.server.store.RecordUrl;

class HolderCommandTest {

  private static final String EMAIL = "planted.person@example.com";
  private static final Caller SHOP =
      new Caller(Actor.token("T", "shop"), FirstSeller.ID, Role.SHOP);

  @TempDir private Path home;
  private String card = "";

  @BeforeEach
  void order() {
    RecordUrl url = RecordUrl.ofFile(home.resolve(Installation.DATABASE));
    try (Installation installation = Installation.open(home, url)) {
      card = placed(installation).cards().getFirst().cardId();
    }
  }

  private static Placement placed(Installation installation) {
    PlaceOrders orders =
        new PlaceOrders(
            installation.store(),
            new Seals(
                new ContactVault(installation.keys(), installation.random()),
                new SecretVault(installation.keys(), installation.random())),
            new PlaceOrders.Terms(
                new CardLinks(URI.create("https://cards.example.com")), Packs.shipped()),
            new PlaceOrders.Draw(installation.random(), installation.ids()),
            installation.clock());
    WireContact contact = new WireContact("Planted Person", "", "", "", EMAIL, "");
    OrderLine line = new OrderLine(1, "A-1", "", contact, "", ChipOrder.USUAL, Map.of());
    IdempotencyKey key = new IdempotencyKey("k", Bytes.ofUtf8("k").sha256());
    return switch (orders.place(SHOP, key, List.of(line)).join()) {
      case Answer.Done<Placement>(Placement done) -> done;
      case Answer.Refused<Placement> refused -> throw new AssertionError(refused.refusal());
    };
  }

  private CommandRun holder(String... words) throws IOException, InterruptedException {
    return CommandProcess.run(home, "holder", words);
  }

  @Test
  void aPerson_isShownAndThenForgottenForEver() throws Exception {
    Path email = Files.writeString(home.resolve("email"), EMAIL + "\n");
    CommandRun shown = holder("show", "--email-file", email.toString());
    assertEquals(0, shown.code(), shown.err());
    assertTrue(shown.out().startsWith(card + "  "), shown.out());

    assertEquals(2, holder("forget", "--card", card).code(), "without --for-ever");
    assertEquals(0, holder("show", "--card", card).code());

    CommandRun forgotten = holder("forget", "--card", card, "--for-ever", "--json");
    assertEquals(0, forgotten.code(), forgotten.err());
    assertTrue(forgotten.json().get("purged").asBoolean());
    assertEquals(card, forgotten.json().at("/cards/0").asText());

    CommandRun again = holder("forget", "--email-file", email.toString(), "--for-ever");
    assertEquals(1, again.code());
    assertFalse(again.err().contains(EMAIL), again.err());
    assertEquals(0, CommandProcess.run(home, "db", "verify").code());
  }
}
