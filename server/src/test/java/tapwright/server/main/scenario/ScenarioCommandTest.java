package tapwright.server.main.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tapwright.server.main.CommandRun;

class ScenarioCommandTest {

  @TempDir private Path folder;

  private final Logger log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level level = log.getLevel();

  /** The command says nothing in the log of its process; the tests after this one have to. */
  @AfterEach
  void speakAgain() {
    log.setLevel(level);
  }

  @Test
  void file_isToldStepByStep() throws IOException {
    CommandRun run = CommandRun.of("scenario", story("one.yaml", "up").toString());

    assertEquals(0, run.code(), run.err());
    assertEquals("a story", run.lines().getFirst());
    assertTrue(run.out().contains("anybody: Nobody asks."), run.out());
    assertTrue(run.out().contains("went as told"), run.out());
  }

  @Test
  void folder_isToldFileByFile_andOneThatGoesOtherwiseIsNamed() throws IOException {
    story("a.yaml", "up");
    Path other = story("b.yaml", "broken");
    CommandRun run = CommandRun.of("scenario", folder.toString());

    assertEquals(1, run.code());
    assertTrue(run.out().contains("NOT AS TOLD: /status should be broken and is up"), run.out());
    assertTrue(run.out().contains("see " + other + ":6:5"), run.out());
    assertEquals("1 went as told, 1 did not", run.lines().getLast());
  }

  @Test
  void json_hasEachStep() throws IOException {
    JsonNode json = CommandRun.of("scenario", story("one.yaml", "up").toString(), "--json").json();

    assertEquals("a story", json.path("scenario").asText());
    assertTrue(json.path("asTold").asBoolean());
    assertEquals("Nobody asks.", json.at("/steps/0/tells").asText());
  }

  @Test
  void fileThatIsNoStory_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "scenario: x\n");
    CommandRun run = CommandRun.of("scenario", file.toString());

    assertEquals(1, run.code());
    assertTrue(run.err().contains("mine.yaml:1:1: no key 'steps'"), run.err());
  }

  @Test
  void noFile_isUsage_andAnEmptyFolderAFault() {
    assertEquals(2, CommandRun.of("scenario").code());
    assertEquals(3, CommandRun.of("scenario", folder.toString()).code());
  }

  private Path story(String name, String status) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        scenario: a story
        policy: b-rigardz
        begins: "2026-03-02T09:00:00+05:30"
        zone: Asia/Kolkata
        steps:
          - tell: Nobody asks.
            as: nobody
            send: GET /health
            expect: {/status: %s}
        """
            .formatted(status));
  }
}
