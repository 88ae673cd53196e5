package tapwright.server.store.upkeep.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tapwright.server.app.World.SHOP;
import static tapwright.server.app.World.done;
import static tapwright.server.app.World.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.Hold;
import tapwright.core.card.SellerId;
import tapwright.core.trail.Subject;
import tapwright.core.trail.TrailEntry;
import tapwright.core.trail.TrailLink;
import tapwright.server.app.NewRecord;
import tapwright.server.app.World;
import tapwright.server.app.duty.DoDuties;
import tapwright.server.app.duty.LinkHistories;
import tapwright.server.record.card.Card;
import tapwright.server.record.key.CheckpointSeal;
import tapwright.server.security.CheckpointKey;
import tapwright.server.security.Keys;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/** A copy of a record on which somebody worked beside the program. */
class ChainAuditTest implements NewRecord {

  private static final SellerId SELLER = SHOP.seller();
  private static final int ENTRIES = 6;
  private static final CheckpointSeal SEAL = new CheckpointKey(new Keys(new byte[32]));

  @TempDir private Path folder;
  private World world;
  private Card card;

  @BeforeEach
  void fill() {
    world = new World(newRecord(folder));
    card = sixTimesMoved("A-1", "04A1B2C3D4E5F6");
    world.issued("A-2", "04A1B2C3D4E5F7");
    trail("claim-1");
    trail("claim-2");
    add(new Subject(SELLER, Subject.Area.MONEY, "order-1"), 1);
  }

  private Card sixTimesMoved(String order, String uid) {
    Card moved = world.issued(order, uid);
    for (CardEvent event :
        List.of(
            new CardEvent.Held(Hold.SUPPORT),
            new CardEvent.Released(Hold.SUPPORT),
            new CardEvent.Held(Hold.SUPPORT),
            new CardEvent.Released(Hold.SUPPORT))) {
      done(world.runCards.act(SHOP, moved.id(), World.act(event)).join());
    }
    return moved;
  }

  private void trail(String claim) {
    for (int i = 1; i <= ENTRIES; i++) {
      add(new Subject(SELLER, Subject.Area.CLAIM, claim), i);
    }
  }

  private void add(Subject subject, int number) {
    TrailEntry entry =
        new TrailEntry(
            number,
            "step-" + number,
            "{}",
            new TrailEntry.By("support@example.com", "support"),
            "",
            world.clock.instant(),
            world.clock.instant());
    world
        .store
        .write(
            SELLER,
            records -> {
              records.trails().add(subject, entry);
              return true;
            })
        .join();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** Does to the record what no program of ours does; CARD stands for a card's key. */
  private void tamper(String statements) throws SQLException {
    try (Connection connection = url(folder).connect();
        Statement statement = connection.createStatement()) {
      unguard(statement);
      for (String one : statements.replace("CARD", "" + card.id().value()).split(";", -1)) {
        statement.execute(one);
      }
    }
  }

  private void unguard(Statement statement) throws SQLException {
    if (url(folder).engine() == RecordUrl.Engine.POSTGRESQL) {
      // Neither triggers nor foreign keys are looked after in this role.
      statement.execute("SET session_replication_role = replica");
      return;
    }
    List<String> triggers = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
      while (rows.next()) {
        triggers.add(rows.getString(1));
      }
    }
    for (String trigger : triggers) {
      statement.execute("DROP TRIGGER " + trigger);
    }
  }

  private ChainReport verified() {
    return done(new ChainAudit(url(folder)).verify());
  }

  private static List<String> told(ChainReport report) {
    return report.findings().stream()
        .map(
            finding ->
                "%s %s %d"
                    .formatted(
                        finding.fault().kind().word(),
                        finding.chain().area().equals("card") ? "card" : finding.chain(),
                        finding.fault().number()))
        .toList();
  }

  @Test
  void anUntouchedRecord_hasNoFinding() {
    ChainReport report = verified();

    assertEquals(List.of(), told(report));
    assertEquals(5, report.chains());
    assertEquals(world.view(card.id()).history().size() + 2 + 2 * ENTRIES + 1, report.entries());
    assertEquals(0, report.unlinked());
  }

  /** Each is done to a chain of its own; CARD and CLAIM stand for its key. */
  private static final List<List<String>> TAMPERINGS =
      List.of(
          List.of(
              "changed card 3",
              "UPDATE card_event SET actor = 'nobody' WHERE card_id = CARD AND version = 3"),
          List.of(
              "changed card 6",
              "UPDATE card_event SET at = at + 1 WHERE card_id = CARD AND version = 6"),
          List.of(
              "changed card 2",
              "UPDATE card_event SET seller = 'other' WHERE card_id = CARD AND version = 2"),
          List.of(
              "changed card 6",
              "UPDATE card_event SET kind = 'held', actor = 'nobody', link = NULL"
                  + " WHERE card_id = CARD AND version = 6"),
          List.of(
              "changed card 4, changed card 5, changed card 6",
              "UPDATE card_event SET actor = 'nobody', link = NULL"
                  + " WHERE card_id = CARD AND version > 3"),
          List.of("missing card 0", "DELETE FROM card WHERE card_id = CARD"),
          List.of("missing card 2", "DELETE FROM card_event WHERE card_id = CARD AND version = 2"),
          List.of("cut card 5", "DELETE FROM card_event WHERE card_id = CARD AND version > 4"),
          List.of("removed card 1", "DELETE FROM card_event WHERE card_id = CARD"),
          List.of(
              "added card 7",
              "INSERT INTO card_event SELECT card_id, 7, seller, 'revoked', detail, actor, cause,"
                  + " at, recorded_at, role, link FROM card_event WHERE card_id = CARD AND version"
                  + " = 1"),
          List.of(
              "reordered card 3, reordered card 4",
              "UPDATE card_event SET version = 99 WHERE card_id = CARD AND version = 3;"
                  + "UPDATE card_event SET version = 3 WHERE card_id = CARD AND version = 4;"
                  + "UPDATE card_event SET version = 4 WHERE card_id = CARD AND version = 99"),
          List.of(
              "changed claim CLAIM 2",
              "UPDATE trail SET detail = '{1}' WHERE subject_id = 'CLAIM' AND number = 2"),
          List.of(
              "changed claim CLAIM 2",
              "UPDATE trail SET link = EMPTY WHERE subject_id = 'CLAIM' AND number = 2"),
          List.of(
              "missing claim CLAIM 1",
              "DELETE FROM trail WHERE subject_id = 'CLAIM' AND number = 1"),
          List.of(
              "reordered claim CLAIM 2, reordered claim CLAIM 5",
              "UPDATE trail SET number = 99 WHERE subject_id = 'CLAIM' AND number = 2;"
                  + "UPDATE trail SET number = 2 WHERE subject_id = 'CLAIM' AND number = 5;"
                  + "UPDATE trail SET number = 5 WHERE subject_id = 'CLAIM' AND number = 99"),
          List.of(
              "added claim CLAIM 3",
              "UPDATE trail SET number = -number WHERE subject_id = 'CLAIM' AND number > 2;"
                  + "UPDATE trail SET number = 1 - number WHERE subject_id = 'CLAIM'"
                  + " AND number < 0;"
                  + "INSERT INTO trail SELECT area, subject_id, 3, seller, 'forged', detail, actor,"
                  + " role, cause, at, recorded_at, link FROM trail"
                  + " WHERE subject_id = 'CLAIM' AND number = 1"),
          List.of(
              "added other CLAIM 1",
              "INSERT INTO trail SELECT 'other', 'CLAIM', 1, seller, kind, detail, actor, role,"
                  + " cause, at, recorded_at, link FROM trail"
                  + " WHERE subject_id = 'CLAIM' AND number = 1"),
          List.of(
              "changed money CLAIM 1",
              "INSERT INTO trail SELECT 'money', 'CLAIM', 1, seller, kind, detail, actor, role,"
                  + " cause, at, recorded_at, link FROM trail"
                  + " WHERE subject_id = 'CLAIM' AND number = 1"));

  @Test
  void tampering_isNamed() throws SQLException {
    for (int i = 0; i < TAMPERINGS.size(); i++) {
      List<String> tampering = TAMPERINGS.get(i);
      String claim = "tampered-" + i;
      if (tampering.get(1).contains("CARD")) {
        card = sixTimesMoved("T-" + i, "04A1B2C3D4E6%02X".formatted(i));
      } else {
        trail(claim);
      }
      List<String> before = told(verified());
      tamper(tampering.get(1).replace("CLAIM", claim).replace("EMPTY", emptyBytes()));

      List<String> after = new ArrayList<>(told(verified()));
      before.forEach(after::remove);
      assertEquals(
          List.of(tampering.get(0).replace("CLAIM", claim).split(", ", -1)),
          after,
          tampering.get(1));
    }
  }

  private String emptyBytes() {
    return url(folder).engine() == RecordUrl.Engine.SQLITE ? "x''" : "''";
  }

  private Path checkpointed() {
    Path file = folder.resolve("checkpoint.txt");
    assertTrue(
        done(new ChainAudit(url(folder))
                .checkpoint(new ChainAudit.Place(file, true), world.clock.instant(), SEAL))
            .inOrder());
    return file;
  }

  private ChainReport since(Path checkpoint) {
    return done(new ChainAudit(url(folder)).verify(checkpoint, SEAL));
  }

  @Test
  void aRecordThatGrewSinceItsCheckpoint_hasNoFinding() {
    Path checkpoint = checkpointed();
    assertEquals(List.of(), told(since(checkpoint)));

    add(new Subject(SELLER, Subject.Area.CLAIM, "claim-1"), ENTRIES + 1);
    add(new Subject(SELLER, Subject.Area.CLAIM, "claim-0"), 1);
    world.issued("A-3", "04A1B2C3D4E5F8");

    ChainReport report = since(checkpoint);
    assertEquals(List.of(), told(report));
    assertEquals(Optional.of(World.START), report.since());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cut claim claim-1 5       | DELETE FROM trail WHERE subject_id = 'claim-1' AND number > 4
          removed claim claim-2 1   | DELETE FROM trail WHERE subject_id = 'claim-2'
          removed claim claim-1 1, removed claim claim-2 1, removed money order-1 1 | DELETE FROM trail
          cut card 5                | DELETE FROM card_event WHERE card_id = CARD AND version > 4; UPDATE card SET version = 4 WHERE card_id = CARD
          missing card 0            | DELETE FROM card WHERE card_id = CARD
          removed card 1            | DELETE FROM card_event WHERE card_id = CARD; DELETE FROM card WHERE card_id = CARD
          """)
  void whatIsGoneSinceACheckpoint_isNamed(String findings, String statements) throws SQLException {
    Path checkpoint = checkpointed();
    tamper(statements);

    assertEquals(List.of(findings.split(", ", -1)), told(since(checkpoint)));
  }

  @Test
  void aTrailWrittenAnewWithFittingLinks_isSeenWithACheckpointOnly() throws SQLException {
    Path checkpoint = checkpointed();
    Subject subject = new Subject(SELLER, Subject.Area.CLAIM, "claim-1");
    List<TrailEntry> entries =
        world.store.read(SELLER, records -> records.trails().of(subject)).join();
    tamper("UPDATE trail SET kind = 'forged' WHERE subject_id = 'claim-1' AND number = 3");
    relink(subject, entries);

    assertEquals(List.of(), told(verified()));
    assertEquals(List.of("rewritten claim claim-1 6"), told(since(checkpoint)));
  }

  private void relink(Subject subject, List<TrailEntry> entries) throws SQLException {
    Bytes link = TrailLink.start(subject);
    try (Connection connection = url(folder).connect();
        Statement statement = connection.createStatement();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE trail SET link = ? WHERE subject_id = ? AND number = ?")) {
      unguard(statement);
      for (TrailEntry entry : entries) {
        TrailEntry forged =
            new TrailEntry(
                entry.number(),
                entry.number() == 3 ? "forged" : entry.kind(),
                entry.detail(),
                entry.by(),
                entry.cause(),
                entry.at(),
                entry.recordedAt());
        link = TrailLink.after(link, forged);
        update.setBytes(1, link.toArray());
        update.setString(2, subject.id());
        update.setLong(3, entry.number());
        update.executeUpdate();
      }
    }
  }

  @Test
  void aHistoryOfAnEarlierVersion_isLinkedOnceByWhoeverComes() throws SQLException {
    tamper("UPDATE card_event SET link = NULL; UPDATE card SET linked_to = 0");
    ChainReport before = verified();
    assertEquals(List.of(), told(before));
    assertEquals(world.view(card.id()).history().size() + 2, before.unlinked());

    done(world.runCards.act(SHOP, card.id(), World.act(new CardEvent.Held(Hold.SUPPORT))).join());
    assertEquals(2, verified().unlinked());

    DoDuties duties =
        new DoDuties(world.store, List.of(new LinkHistories()), "node 1", world.clock);
    duties.round().join();
    assertEquals(0, duties.round().join());
    assertEquals(0, verified().unlinked());
    assertEquals(List.of(), told(verified()));
  }

  /** As a node of the version before does while others are replaced. */
  @Test
  void anEntryThatAnOldNodeAdds_isLinkedLater() throws SQLException {
    long version = world.view(card.id()).card().version() + 1;
    tamper(
        ("INSERT INTO card_event (card_id, version, seller, kind, detail, actor, cause, at,"
                + " recorded_at) SELECT card_id, %d, seller, 'held', 'support', actor, cause, at,"
                + " recorded_at FROM card_event WHERE card_id = CARD AND version = 1;"
                + " UPDATE card SET version = %d, holds = 'support' WHERE card_id = CARD")
            .formatted(version, version));
    assertEquals(List.of(), told(verified()));
    assertEquals(1, verified().unlinked());

    assertEquals(1, world.store.writeAcrossSellers(records -> records.cards().linkSome(10)).join());
    assertEquals(0, verified().unlinked());
    assertEquals(List.of(), told(verified()));
  }

  @Test
  void anEntryThatLostItsLink_isNotLinkedAnew() throws SQLException {
    tamper("UPDATE card_event SET actor = 'nobody', link = NULL WHERE version = 6");
    assertEquals(List.of("changed card 6"), told(verified()));

    assertEquals(0, world.store.writeAcrossSellers(records -> records.cards().linkSome(10)).join());
    assertEquals(List.of("changed card 6"), told(verified()));

    done(world.runCards.act(SHOP, card.id(), World.act(new CardEvent.Held(Hold.SUPPORT))).join());
    assertEquals(List.of("changed card 6"), told(verified()));
  }

  @Test
  void anEntry_getsItsLinkOnceAndNothingElse() throws SQLException {
    try (Connection connection = url(folder).connect();
        Statement statement = connection.createStatement()) {
      for (String change :
          List.of(
              "UPDATE card_event SET link = NULL",
              "UPDATE card_event SET link = link",
              "UPDATE card_event SET kind = 'other'",
              "DELETE FROM card_event")) {
        boolean refused = false;
        try {
          statement.execute(change);
        } catch (SQLException e) {
          refused = true;
        }
        assertTrue(refused, change);
      }
    }
  }

  @Test
  void aRecordWithFaults_getsNoCheckpoint() throws SQLException {
    tamper("DELETE FROM trail WHERE subject_id = 'claim-2' AND number = 1");
    Path file = folder.resolve("none.txt");

    ChainReport report =
        done(
            new ChainAudit(url(folder))
                .checkpoint(new ChainAudit.Place(file, false), world.clock.instant(), SEAL));
    assertEquals(List.of("missing claim claim-2 1"), told(report));
    assertFalse(Files.exists(file));
  }

  @Test
  void aCheckpointThatWasChangedOrIsOfOtherKeys_isRefused() throws IOException {
    Path checkpoint = checkpointed();
    String text = Files.readString(checkpoint);
    byte[] otherKeys = new byte[32];
    otherKeys[0] = 1;
    CheckpointSeal other = new CheckpointKey(new Keys(otherKeys));
    assertEquals(
        StoreRefusal.CHECKPOINT_UNREADABLE,
        refused(new ChainAudit(url(folder)).verify(checkpoint, other)).refusal().code());
    assertEquals(
        StoreRefusal.CHECKPOINT_EXISTS,
        refused(
                new ChainAudit(url(folder))
                    .checkpoint(
                        new ChainAudit.Place(checkpoint, false), world.clock.instant(), SEAL))
            .refusal()
            .code());
    for (String changed :
        List.of(
            text.replace("claim-2 6", "claim-2 5"),
            text.replaceAll("claim claim-1 .*\n", ""),
            text.replaceAll("seal .*\n", ""),
            text + "claim claim-9 1 00\n",
            "",
            "tapwright checkpoint 1 yesterday\n")) {
      Files.writeString(checkpoint, changed);
      assertEquals(
          StoreRefusal.CHECKPOINT_UNREADABLE,
          refused(new ChainAudit(url(folder)).verify(checkpoint, SEAL)).refusal().code(),
          changed);
    }
  }

  @Test
  void aCheckpoint_holdsNothingOfPeople() throws IOException {
    String text = Files.readString(checkpointed());

    assertFalse(text.contains("example"), text);
    assertTrue(text.contains("card " + new CardId(card.id().value()) + " 6 "), text);
  }
}
