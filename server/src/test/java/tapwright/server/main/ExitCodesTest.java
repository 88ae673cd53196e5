package tapwright.server.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.server.store.sqlite.SqliteStore;

/**
 * What every command ends with: 2 where the line that was typed is wrong, 1 for an expected no, 3
 * where the world failed. Each says why in words.
 */
class ExitCodesTest {

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws Exception {
    SqliteStore.open("jdbc:sqlite:" + folder.resolve("good.db")).close();
    Files.writeString(folder.resolve("damaged.db"), "no record ".repeat(1_000));
    Files.writeString(folder.resolve("letter.txt"), "a letter");
    Files.writeString(folder.resolve("there.txt"), "precious");
    Files.createDirectory(folder.resolve("empty"));
  }

  /** Words of a line, where these stand for what a test makes. */
  private CommandRun run(String line) {
    String words =
        line.replace("DAMAGED", "jdbc:sqlite:" + folder.resolve("damaged.db"))
            .replace("GOOD", "jdbc:sqlite:" + folder.resolve("good.db"))
            .replace("NO-RECORD", "jdbc:sqlite:" + folder.resolve("none.db"))
            .replace("NO-FOLDER", "jdbc:sqlite:" + folder.resolve("none").resolve("x.db"))
            .replace("AWAY", "jdbc:postgresql://127.0.0.1:1/cards")
            .replace("FOLDER", folder.toString());
    List<String> all = new ArrayList<>(List.of(words.split(" ", -1)));
    return CommandRun.of(all.removeFirst(), all.toArray(String[]::new));
  }

  private void assertEnds(int code, String line) {
    CommandRun run = run(line);

    assertEquals(code, run.code(), line + ": " + run.out() + run.err());
    assertFalse(run.err().isBlank(), line);
    assertFalse(run.err().contains("a defect of Tapwright"), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server",
        "token list",
        "token create",
        "token revoke",
        "policy list",
        "policy show",
        "policy test",
        "policy check",
        "policy explain",
        "policy diff",
        "policy new",
        "policy schema",
        "db migrate",
        "db backup",
        "db restore",
        "db verify",
        "db move",
        "audit",
        "audit card",
        "bench taps",
        "bench record",
        "bench policy",
        "bench hits"
      })
  void aWrongFlag_isUsage(String command) {
    assertEnds(2, command + " --wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "token",
        "policy",
        "db",
        "bench",
        "server --port 99999 --db GOOD",
        "server --port x --db GOOD",
        "server --when-store-away maybe --db GOOD",
        "server --db jdbc:other://x --port 0",
        "token list --db jdbc:other://x",
        "token create --db jdbc:other://x --scope shop --name x",
        "token create --scope king --name x --db GOOD",
        "token revoke --db GOOD",
        "policy show",
        "policy schema none",
        "db migrate --db jdbc:other://x",
        "db backup FOLDER/b --db jdbc:other://x",
        "db restore FOLDER/letter.txt --db jdbc:other://x",
        "db verify --db jdbc:other://x",
        "db move GOOD jdbc:other://x",
        "audit --db jdbc:other://x",
        "audit card",
        "bench taps --rounds 0",
        "bench taps --rows NONE",
        "bench record --taps 0"
      })
  void aWrongWord_isUsage(String line) {
    assertEnds(2, line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token revoke --name nobody --db GOOD",
        "token create --scope shop --name x --out FOLDER/there.txt --db GOOD",
        "policy show none",
        "policy check none",
        "policy diff none none",
        "policy explain FOLDER/letter.txt",
        "db migrate --dry-run --db NO-RECORD",
        "db backup FOLDER/b --db NO-RECORD",
        "db restore FOLDER/letter.txt --db NO-RECORD",
        "db verify --db NO-RECORD",
        "db move NO-RECORD AWAY",
        "db move GOOD GOOD",
        "audit --db NO-RECORD",
        "audit card 0123456789ABC --db NO-RECORD",
        "audit card nobody --db GOOD"
      })
  void whatIsNotThereOrNotAllowed_isAnExpectedNo(String line) {
    assertEnds(1, line);
  }

  @ParameterizedTest
  @CsvSource({
    "server --port 0 --db",
    "token list --db",
    "db migrate --db",
    "db backup FOLDER/b --db",
    "db verify --db",
    "audit --db",
    "audit card 0123456789ABC --db"
  })
  void aDamagedRecordOrADatabaseThatIsAway_isTheWorldFailing(String command) {
    assertEnds(3, command + " DAMAGED");
    assertEnds(3, command + " AWAY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server --port 0 --db NO-FOLDER",
        "server --port 0 --policies FOLDER/none --db GOOD",
        "server --port 0 --host 203.0.113.7 --db GOOD",
        "token list --db NO-FOLDER",
        "policy list --policies FOLDER/none",
        "policy test FOLDER/none",
        "policy test FOLDER/empty",
        "policy explain FOLDER/none.yaml",
        "db migrate --db NO-FOLDER",
        "db restore FOLDER/none.backup --db NO-RECORD",
        "db move DAMAGED AWAY",
        "db move GOOD AWAY"
      })
  void whatCannotBeReadOrReached_isTheWorldFailing(String line) {
    assertEnds(3, line);
  }
}
