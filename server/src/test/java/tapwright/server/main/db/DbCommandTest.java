package tapwright.server.main.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.card.CardId;
import tapwright.server.main.CommandProcess;
import tapwright.server.main.CommandRun;
import tapwright.server.main.installation.DatabaseLock;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.record.StoreFault;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.SampleRecord;

class DbCommandTest {

  @TempDir private Path folder;
  private String db = "";
  private CardId card = new CardId(1);

  @BeforeEach
  void fill() {
    db = "jdbc:sqlite:" + folder.resolve("sample.db");
    try (SqliteStore store = SqliteStore.open(db)) {
      card = SampleRecord.in(store, 61).withCards(2).withHits(400).withClaims(2).cards().getFirst();
    }
  }

  private void change(String statement) {
    try (Connection connection = DriverManager.getConnection(db);
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(statement, e);
    }
  }

  @Test
  void verify_saysEachCheckWithItsCount() throws Exception {
    CommandRun run = CommandRun.of("db", "verify", "--db", db);

    assertEquals(0, run.code(), run.err() + run.out());
    assertEquals(15, run.lines().stream().filter(line -> line.startsWith("ok ")).count());
    JsonNode json = CommandRun.of("db", "verify", "--db", db, "--json").json();
    assertTrue(json.get("inOrder").asBoolean());
    assertEquals("read-counters", json.at("/checks/2/check").asText());
    assertEquals(2, json.at("/checks/2/compared").asInt());
    assertEquals("counters", json.at("/checks/2/unit").asText());
    assertTrue(run.out().contains(" 2 counters  seen + missed"), run.out());
    assertTrue(run.lines().stream().allMatch(line -> line.length() <= 80), run.out());
  }

  @Test
  void verify_ofARecordThatDiffers_namesTheCardAndEndsWith1() {
    change("UPDATE read_counter SET missed = missed + 1 WHERE card_id = " + card.value());
    CommandRun run = CommandRun.of("audit", "--db", db);

    assertEquals(1, run.code());
    assertTrue(run.out().contains("differs  read-counters"), run.out());
    assertTrue(run.out().contains("card " + card + ", key version"), run.out());
  }

  @Test
  void auditVerify_namesWhatWasDoneToAHistory() throws Exception {
    CommandRun sound = CommandRun.of("audit", "verify", "--db", db);
    assertEquals(0, sound.code(), sound.err() + sound.out());
    assertTrue(sound.out().endsWith("all in order\n"), sound.out());

    change("DROP TRIGGER card_event_is_never_changed");
    change("UPDATE card_event SET actor = 'x' WHERE version = 2 AND card_id = " + card.value());
    CommandRun changed = CommandRun.of("audit", "verify", "--db", db);
    assertEquals(1, changed.code());
    assertTrue(
        changed.lines().getFirst().startsWith("changed   card " + card + ", entry 2: expected "),
        changed.out());
    JsonNode json = CommandRun.of("audit", "verify", "--db", db, "--json").json();
    assertEquals(1, json.get("found").asInt());
    assertEquals("changed", json.at("/findings/0/kind").asText());
    assertEquals(card.toString(), json.at("/findings/0/subject").asText());
    assertEquals(2, json.at("/findings/0/entry").asInt());
  }

  @Test
  void auditVerify_ofNoRecord_isRefused() {
    CommandRun run = CommandRun.of("audit", "verify", "--db", "jdbc:sqlite:no-such-file.db");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("holds no record"), run.err());
  }

  @Test
  void auditHelp_saysAWholeSentenceOfEachCommand() {
    String help = CommandRun.of("audit", "--help").out().replaceAll("\\s+", " ");

    for (String sentence :
        List.of(
            "card Tells what is on record of one card, and checks it.",
            "verify Checks every trail and every card's history, entry by entry.",
            "checkpoint Writes where all trails and cards' histories stand now, as a sealed"
                + " file.")) {
      assertTrue(help.contains(sentence), sentence + " in " + help);
    }
  }

  @Test
  void auditCard_tellsItsLife() throws Exception {
    CommandRun run = CommandRun.of("audit", "card", card.toString(), "--db", db);
    JsonNode json = CommandRun.of("audit", "card", card.toString(), "--db", db, "--json").json();

    assertEquals(0, run.code(), run.err() + run.out());
    for (String title : new String[] {"events", "hits", "counters", "gaps", "decisions"}) {
      assertTrue(run.out().contains("\n" + title), title + " in " + run.out());
    }
    assertEquals("active", json.at("/card/0/state").asText());
    assertEquals("verified", json.at("/events/0/kind").asText());
    assertTrue(json.at("/gaps/0/reads").asInt() > 0, json.toString());
    long missed = json.at("/counters/0/missed").asLong();
    long gaps = 0;
    for (JsonNode gap : json.get("gaps")) {
      gaps += gap.get("reads").asLong();
    }
    assertEquals(missed, gaps + json.path("gaps-left").asLong());
    assertEquals(json.at("/card/0/id").asText(), card.toString());
    String slug = json.at("/card/0/slug").asText();
    assertEquals(0, CommandRun.of("audit", "card", slug, "--db", db).code());
  }

  @Test
  void auditCard_saysWhatCountsAndHowWellItIsKnown() throws Exception {
    change("UPDATE usage_day SET class = 'forged' WHERE class = 'preview'");
    String id = card.toString();
    CommandRun run = CommandRun.of("audit", "card", id, "--db", db);
    JsonNode json = CommandRun.of("audit", "card", id, "--db", db, "--json").json();

    assertFalse(run.out().contains("counted"), run.out());
    assertTrue(run.out().contains("\nused since it was given out ("), run.out());
    assertFalse(json.at("/hits/0/assurance").asText().isEmpty(), json.toString());
    long taps = 0;
    for (JsonNode usage : json.get("usage")) {
      assertEquals(
          usage.get("hits").asLong(),
          usage.get("signed").asLong()
              + usage.get("mirrored").asLong()
              + usage.get("bare").asLong());
      taps += usage.get("class").asText().equals("tap") ? usage.get("hits").asLong() : 0;
    }
    assertEquals(taps, json.at("/used/0/taps").asLong(), json.toString());
    change("UPDATE usage_day SET day = day - 1000");
    JsonNode before = CommandRun.of("audit", "card", id, "--db", db, "--json").json();
    assertTrue(before.at("/used/0/taps").asLong() < taps, before.toString());
  }

  @Test
  void auditCard_staysWithinTheColumns() {
    List<String> lines = CommandRun.of("audit", "card", card.toString(), "--db", db).lines();

    assertEquals(List.of(), lines.stream().filter(line -> line.length() > 80).toList());
  }

  @Test
  void auditCard_thatIsNone_isRefused() {
    CommandRun run = CommandRun.of("audit", "card", "nobody", "--db", db);

    assertEquals(1, run.code());
    assertTrue(run.err().contains("card is nobody"), run.err());
  }

  @Test
  void migrate_saysFromWhichVersionToWhich() {
    String fresh = "jdbc:sqlite:" + folder.resolve("fresh.db");

    assertEquals(1, CommandRun.of("db", "migrate", "--dry-run", "--db", fresh).code());
    assertFalse(Files.exists(folder.resolve("fresh.db")));
    CommandRun made = CommandRun.of("db", "migrate", "--db", fresh);
    assertEquals(0, made.code(), made.err());
    assertTrue(made.out().contains("went from nothing to version "), made.out());
    assertTrue(
        CommandRun.of("db", "migrate", "--db", fresh).out().contains("there is nothing to do"));
  }

  @Test
  void aRecordOfANewerProgram_isRefusedByEveryCommand() {
    change(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " checksum, installed_by, execution_time, success)"
            + " VALUES (99, '999', 'later', 'SQL', 'V999__later.sql', 0, '', 0, 1)");

    for (String command : new String[] {"migrate", "verify"}) {
      CommandRun run = CommandRun.of("db", command, "--db", db);
      assertEquals(1, run.code(), run.out());
      assertTrue(run.err().contains("schema version 999"), run.err());
      assertTrue(run.err().contains("versions up to "), run.err());
    }
    CommandRun started = CommandRun.of("token", "list", "--db", db);
    assertEquals(1, started.code());
    assertTrue(started.err().contains("schema version 999"), started.err());
  }

  @Test
  void anUrlOfNoEngine_isAUsageErrorThatShowsNoPassword() {
    CommandRun run = CommandRun.of("db", "verify", "--db", "jdbc:other://x/y?password=hidden");

    assertEquals(2, run.code());
    assertFalse(run.err().contains("hidden"), run.err());
  }

  @Test
  void keepInstants_belowTheLongestUseWindow_isRefusedAndNamesThePack() {
    CommandRun run = CommandRun.of("server", "--keep-instants", "30", "--db", db, "--port", "0");

    assertEquals(1, run.code());
    assertTrue(run.err().contains("b-rigardz@1"), run.err());
    assertTrue(run.err().contains("keep-instants is 30 days"), run.err());
  }

  @Test
  void move_whileHitsLieInTheSpool_isRefusedAndSaysWhatToDo() throws Exception {
    Path spool = Files.writeString(folder.resolve("hits.spool"), "12345");
    CommandRun run = CommandRun.of("db", "move", db, "jdbc:postgresql://localhost:1/none");

    assertEquals(1, run.code(), run.err() + run.out());
    assertTrue(run.err().contains("spool " + spool + " has 5 bytes of hits"), run.err());
    assertTrue(run.err().contains("start the server on " + db), run.err());
  }

  @Test
  @Tag("postgres")
  void move_saysWhatIsEqual_andLeavesAServedRecordAlone() throws Exception {
    String to = PostgresServer.shared().createDatabase();
    try (DatabaseLock _ = DatabaseLock.take(folder.resolve("sample.db"), "")) {
      CommandRun served = CommandRun.of("db", "move", db, to);
      assertEquals(3, served.code());
      assertTrue(
          served.err().endsWith("sample.db; stop it before its record moves\n"), served.err());
    }
    CommandRun run = CommandRun.of("db", "move", db, to);

    assertEquals(0, run.code(), run.err() + run.out());
    assertTrue(run.out().contains("equal    hit: 400 rows"), run.out());
    assertTrue(run.out().contains("\nmoved;"), run.out());
    assertTrue(run.lines().getLast().startsWith("next: set TAPWRIGHT_DB=jdbc:"), run.out());
    assertEquals(0, CommandRun.of("db", "verify", "--db", to).code());
  }

  @Test
  @Tag("postgres")
  void aRecordThatWasMoved_isWrittenByNobodyUntilItsMarkIsGone() throws Exception {
    String to = PostgresServer.shared().createDatabase();
    assertEquals(0, CommandRun.of("db", "move", db, to).code());
    Path mark = folder.resolve("sample.db.moved");

    assertTrue(Files.readString(mark).startsWith("moved to jdbc:postgresql://"));
    assertFalse(Files.readString(mark).contains(PostgresServer.PASSWORD));
    for (CommandRun run :
        new CommandRun[] {
          CommandRun.of("server", "--db", db, "--port", "0"),
          CommandRun.of("token", "list", "--db", db),
          CommandRun.of("db", "migrate", "--db", db),
          CommandRun.of("db", "move", db, PostgresServer.shared().createDatabase())
        }) {
      assertEquals(1, run.code(), run.err());
      assertTrue(run.err().contains("sample.db was moved to jdbc:postgresql://"), run.err());
      assertTrue(run.err().contains("set TAPWRIGHT_DB to that"), run.err());
      assertFalse(run.err().contains(PostgresServer.PASSWORD), run.err());
    }
    assertEquals(0, CommandRun.of("db", "verify", "--db", db).code());
    Files.delete(mark);
    assertEquals(0, CommandRun.of("db", "migrate", "--db", db).code());
  }

  @Test
  void aRecordThatWasMoved_isNotLocked() throws Exception {
    Path file = folder.resolve("sample.db");
    Files.writeString(folder.resolve("sample.db.moved"), "");

    assertThrows(StoreFault.Unfit.class, () -> DatabaseLock.take(file, "").close());
    assertFalse(Files.exists(folder.resolve("sample.db.lock")));
  }

  @Test
  @Tag("postgres")
  void move_intoAWholeRecord_saysThatItIsNeverEmptied() {
    String to = PostgresServer.shared().createDatabase();
    assertEquals(0, CommandRun.of("db", "move", db, to).code());
    assertTrue(folder.resolve("sample.db.moved").toFile().delete());
    CommandRun run = CommandRun.of("db", "move", db, to, "--empty-target");

    assertEquals(1, run.code());
    assertTrue(run.err().contains("holds a whole record, which is never emptied"), run.err());
  }

  @Test
  void aFileThatIsNoRecord_isSaidInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("letter.txt"), "no record ".repeat(1_000));

    for (String command : new String[] {"verify", "migrate"}) {
      assertOneLine("db", command, file + " is no SQLite file", "jdbc:sqlite:" + file);
    }
    assertOneLine("token", "list", file + " is no SQLite file", "jdbc:sqlite:" + file);
  }

  @Test
  void aDatabaseThatIsNotThere_isSaidInOneLine() {
    String nobody = "jdbc:postgresql://127.0.0.1:1/cards";

    assertOneLine("db", "verify", "check host and port, and whether the database runs", nobody);
    assertOneLine("token", "list", "check host and port, and whether the database runs", nobody);
  }

  @Test
  @Tag("postgres")
  void aDatabaseThatLetsNobodyIn_isSaidInOneLine() {
    String url = PostgresServer.shared().createDatabase();
    String other = url.replace(PostgresServer.PASSWORD, "other-secret");
    String without = url.split("\\?", 2)[0] + "?user=" + PostgresServer.USER;
    String missing = url.replaceFirst("/[^/?]*\\?", "/missing?");

    for (String command : new String[] {"verify", "migrate"}) {
      assertOneLine("db", command, "set TAPWRIGHT_DB_USER and TAPWRIGHT_DB_PASSWORD", other);
      assertOneLine("db", command, "set TAPWRIGHT_DB_USER and TAPWRIGHT_DB_PASSWORD", without);
      assertOneLine("db", command, "make it, or name another", missing);
    }
  }

  private static void assertOneLine(String group, String command, String said, String url) {
    CommandRun run = CommandRun.of(group, command, "--db", url);

    assertEquals(3, run.code(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains(said), run.err());
    assertFalse(run.err().contains("secret"), run.err());
  }

  @Test
  void restore_thatIsRefused_leavesNoLock() throws Exception {
    Path home = folder.resolve("home");
    Path file = folder.resolve("record.backup");
    assertEquals(0, CommandProcess.run(home, "seller", "create", "sample").code());
    assertEquals(0, CommandProcess.run(home, "db", "backup", file.toString()).code());
    CommandRun run = CommandProcess.run(home, "db", "restore", file.toString(), "--db", db);

    assertEquals(1, run.code(), run.err());
    assertTrue(run.err().contains("holds the file sample.db already"), run.err());
    assertFalse(Files.exists(folder.resolve("sample.db.lock")));
    damage(file);
    String fresh = "jdbc:sqlite:" + folder.resolve("fresh.db");
    CommandRun broken = CommandProcess.run(home, "db", "restore", file.toString(), "--db", fresh);
    assertEquals(1, broken.code(), broken.err());
    assertTrue(broken.err().contains("is no whole backup"), broken.err());
    try (var left = Files.list(folder)) {
      assertFalse(left.anyMatch(one -> one.toString().contains("fresh")));
    }
  }

  /** In many bytes: one alone may turn a run of zeros into the same run, spelt otherwise. */
  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = bytes.length / 2; at < bytes.length / 2 + 64; at++) {
      bytes[at] ^= 0x55;
    }
    Files.write(file, bytes);
  }

  @Test
  void verify_whileHitsLieInTheSpool_saysSo() throws Exception {
    Path spool = Files.writeString(folder.resolve("hits.spool"), "12345");
    CommandRun run = CommandRun.of("db", "verify", "--db", db);

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("note: " + spool + " has 5 bytes of hits"), run.out());
    JsonNode json = CommandRun.of("db", "verify", "--db", db, "--json").json();
    assertEquals(spool.toString(), json.at("/spools/0").asText());
  }
}
