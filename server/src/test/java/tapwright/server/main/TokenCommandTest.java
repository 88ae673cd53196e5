package tapwright.server.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

  @TempDir private Path folder;

  private CommandRun token(String... words) throws IOException, InterruptedException {
    return CommandProcess.run(folder.resolve("home"), "token", words);
  }

  private CommandRun create(Path out) throws IOException, InterruptedException {
    return token("create", "--scope", "station", "--name", "desk", "--out", out.toString());
  }

  @Test
  void create_whoseFileCannotBeWritten_makesNoToken() throws Exception {
    Path out = folder.resolve("none").resolve("token");
    CommandRun run = create(out);

    assertEquals(3, run.code(), run.err());
    assertEquals(
        "tapwright: cannot write " + out + "; check the folder and its rights", run.err().strip());
    assertEquals("", token("list").out());
  }

  @Test
  void create_thatIsRefused_leavesNoFile() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");

    assertEquals(0, create(first).code());
    assertTrue(Files.exists(first));
    assertEquals(1, create(second).code());
    assertFalse(Files.exists(second));
  }

  @Test
  void list_saysHowLongEachHolds() throws Exception {
    assertEquals(0, token("create", "--role", "shop", "--name", "web", "--expires", "10").code());
    assertEquals(2, token("create", "--role", "shop", "--name", "x", "--expires", "0").code());
    assertEquals(2, token("create", "--role", "admin", "--name", "x").code());

    String line = token("list").lines().getLast();
    assertTrue(line.matches("web +shop +in force until \\d{4}-\\d\\d-\\d\\dT\\S+Z +never"), line);
    assertEquals(0, token("revoke", "--name", "web").code());
    assertTrue(token("list", "--json").json().at("/tokens/0").has("revokedAt"));
  }

  @Test
  void enrol_printsACodeThatIsNoToken() throws Exception {
    CommandRun run = token("enrol", "--name", "desk 1");

    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.lines().getFirst().matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"), run.out());
    assertEquals("", token("stations").out());
    assertEquals(1, token("enrol", "--name", "desk 1", "--seller", "nobody").code());
  }
}
