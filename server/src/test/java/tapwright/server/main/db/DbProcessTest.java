package tapwright.server.main.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.policy.library.Packs;
import tapwright.house.RefusalPage;
import tapwright.server.app.Answer;
import tapwright.server.main.CommandRun;
import tapwright.server.main.ProgramUnderTest;
import tapwright.server.postgres.PostgresServer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.schema.Schema;
import tapwright.server.store.sqlite.SqliteStore;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.SampleRecord;
import tapwright.server.store.upkeep.move.Move;

/** Commands over a whole record as processes of their own: with a state folder, and killed. */
class DbProcessTest {

  @TempDir private Path folder;

  private Process start(Path home, String... arguments) throws IOException {
    List<String> command = ProgramUnderTest.command();
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    builder.environment().put("TAPWRIGHT_HOME", home.toString());
    return builder.start();
  }

  /** What it says; it must end with this code. */
  private String run(int code, Path home, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(home, arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(code, process.waitFor(), said);
    return said;
  }

  @Test
  void aBackup_isRestoredOnlyWithItsKey() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path other = Files.createDirectory(folder.resolve("other"));
    String file = folder.resolve("record.backup").toString();
    run(0, home, "seller", "create", "sample");
    run(0, other, "seller", "create", "sample");

    assertTrue(run(0, home, "db", "backup", file).contains("Keep "), "it speaks of the key");
    assertTrue(run(1, home, "db", "backup", file).contains("--force"));
    String restored = "jdbc:sqlite:" + folder.resolve("restored.db");
    assertTrue(
        run(1, other, "db", "restore", file, "--db", restored).contains("another master key"));
    assertTrue(Files.notExists(folder.resolve("restored.db")));
    run(0, home, "db", "restore", file, "--db", restored);
    run(0, home, "db", "verify", "--db", restored);
  }

  @Test
  @Tag("postgres")
  void aMoveThatIsKilled_leavesAHalfMovedTargetUntilItIsBegunAnew() throws Exception {
    String from = "jdbc:sqlite:" + folder.resolve("sample.db");
    try (SqliteStore store = SqliteStore.open(from)) {
      SampleRecord.in(store, 71).withCards(3).withHits(2_000);
    }
    String target = PostgresServer.shared().createDatabase();
    RecordUrl to = RecordUrl.parse(target).orElseThrow();
    Process moving = start(folder, "db", "move", from, target);
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(moving.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("rows of ")) {
          break;
        }
      }
      moving.destroyForcibly().waitFor();
    }

    assertTrue(Schema.isHalfMoved(to));
    assertTrue(CommandRun.of("db", "verify", "--db", target).err().contains("half moved"));
    assertEquals(1, CommandRun.of("db", "move", from, target).code());
    Answer<Move.Moved> again =
        new Move(RecordUrl.parse(from).orElseThrow(), to, Packs.shipped(), Progress.SILENT)
            .run(true);
    assertTrue(((Answer.Done<Move.Moved>) again).value().isEqual());
    assertEquals(0, CommandRun.of("db", "verify", "--db", target).code());
  }

  /** What the guide shows is what works, in its order: its sample names stand for ours. */
  @Test
  @Tag("postgres")
  void commandsOfTheGuide_runInItsOrder() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    String card;
    try (SqliteStore store = SqliteStore.open("jdbc:sqlite:" + home.resolve("tapwright.db"))) {
      card = SampleRecord.in(store, 81).withCards(1).withHits(50).cards().getFirst().toString();
    }
    run(0, home, "token", "list");
    String target = PostgresServer.shared().createDatabase();
    String guide = Files.readString(RefusalPage.projectFolder().resolve("docs/operating.md"));
    int commands = 0;
    for (String line : guide.lines().filter(one -> one.startsWith("tapwright ")).toList()) {
      String meant =
          line.replace("jdbc:postgresql://db.example.com/tapwright", target)
              .replace("/var/lib/tapwright", home.toString())
              .replace("0123456789ABC", card);
      run(0, home, meant.substring("tapwright ".length()).split(" ", -1));
      commands++;
    }
    assertTrue(commands >= 8, "only " + commands + " commands were run");
  }
}
