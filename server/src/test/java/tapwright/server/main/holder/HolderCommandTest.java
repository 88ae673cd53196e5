package tapwright.server.main.holder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
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
import tapwright.server.main.installation.ForgottenFile;
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

  private static CommandRun done(CommandRun run) {
    assertEquals(0, run.code(), run.err() + run.out());
    return run;
  }

  /** A backup brings a person back, and the list beside the record takes the person away again. */
  @Test
  void aPersonWhoWasForgottenSinceTheBackup_isForgottenAgainByTheRestore() throws Exception {
    Path backup = home.resolve("before.backup");
    done(CommandProcess.run(home, "db", "backup", backup.toString()));
    done(holder("forget", "--card", card, "--for-ever"));
    Path list =
        Files.writeString(home.resolve("named.list"), done(holder("forgotten")).out() + "\n");
    assertEquals(
        Files.readString(home.resolve(ForgottenFile.FILE_NAME)).strip(),
        Files.readString(list).strip());

    String here = "jdbc:sqlite:" + home.resolve("restored.db");
    CommandRun restored =
        done(CommandProcess.run(home, "db", "restore", backup.toString(), "--db", here, "--json"));
    assertEquals(1, restored.json().get("forgottenAgain").asInt());

    Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
    Files.copy(
        home.resolve("master.key"),
        elsewhere.resolve("master.key"),
        StandardCopyOption.COPY_ATTRIBUTES);
    CommandRun there =
        done(
            CommandProcess.run(
                elsewhere, "db", "restore", backup.toString(), "--forgotten", list.toString()));
    assertTrue(there.out().contains("forgotten again: 1"), there.out());
    assertEquals(1, CommandProcess.run(elsewhere, "holder", "show", "--card", card).code());
  }

  @Test
  void aCheckpoint_tellsWhatIsGoneSince() throws Exception {
    done(holder("forget", "--card", card, "--for-ever"));
    String checkpoint = home.resolve("checkpoint.txt").toString();
    String said = done(CommandProcess.run(home, "audit", "checkpoint", checkpoint)).out();
    assertTrue(said.contains("2 entries in 2 chains: all in order"), said);

    try (Connection connection = RecordUrl.ofFile(home.resolve(Installation.DATABASE)).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TRIGGER trail_is_never_deleted");
      statement.execute("DELETE FROM trail");
    }
    String db = "jdbc:sqlite:" + home.resolve(Installation.DATABASE);
    assertEquals(1, CommandRun.of("audit", "verify", "--db", db).code());
    CommandRun since =
        CommandProcess.run(home, "audit", "verify", "--checkpoint", checkpoint, "--json");
    assertEquals(1, since.code(), since.err());
    assertEquals("removed", since.json().at("/findings/0/kind").asText());
    assertEquals("holder", since.json().at("/findings/0/area").asText());
  }
}
