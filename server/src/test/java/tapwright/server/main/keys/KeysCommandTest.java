package tapwright.server.main.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.CommandProcess;
import tapwright.server.main.CommandRun;

class KeysCommandTest {

  @TempDir private Path home;

  @BeforeEach
  void makeARecord() throws Exception {
    assertEquals(0, CommandProcess.run(home, "seller", "create", "sample").code());
  }

  private CommandRun keys(String... words) throws IOException, InterruptedException {
    return CommandProcess.run(home, "keys", words);
  }

  private JsonNode shown() throws Exception {
    return keys("show", "--json").json().get("masterKeys");
  }

  @Test
  void theMasterKey_isChangedStepByStepAndOpensTheRecordAtEach() throws Exception {
    String old = shown().at("/0/masterKey").asText();

    assertEquals(0, keys("add").code());
    assertEquals("[0,1]", "[" + shown().at("/0/wraps") + "," + shown().at("/1/wraps") + "]");
    CommandRun early = keys("drop");
    assertEquals(1, early.code());
    assertTrue(early.err().contains("wrap 1 keys of this record"), early.err());
    assertEquals(0, CommandProcess.run(home, "token", "list").code());

    CommandRun rotated = keys("rotate", "--json");
    assertEquals(0, rotated.code(), rotated.err());
    assertEquals(1, rotated.json().get("wrapped").asInt());
    assertEquals(0, keys("rotate", "--json").json().get("wrapped").asInt());
    assertEquals(old, shown().at("/1/masterKey").asText());
    assertEquals(0, shown().at("/1/wraps").asInt());

    CommandRun dropped = keys("drop");
    assertEquals(0, dropped.code(), dropped.err());
    assertEquals(1, shown().size());
    assertEquals(1, Files.readAllLines(home.resolve("master.key")).size());
    assertEquals(0, CommandProcess.run(home, "token", "list").code());
  }

  @Test
  void anotherMasterKey_isToldApartAndOpensNothing() throws Exception {
    String right = shown().at("/0/masterKey").asText();
    Files.writeString(home.resolve("master.key"), "00".repeat(32));

    CommandRun show = keys("show");
    assertEquals(1, show.code());
    assertTrue(show.out().contains(right + "  missing   wraps 1 key of"), show.out());
    for (String word : new String[] {"rotate", "drop"}) {
      CommandRun run = keys(word);
      assertEquals(1, run.code(), word + run.out());
    }
    CommandRun server = CommandProcess.run(home, "token", "list");
    assertEquals(3, server.code());
    assertTrue(server.err().contains("wrapped by: " + right), server.err());
  }
}
