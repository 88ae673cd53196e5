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
}
