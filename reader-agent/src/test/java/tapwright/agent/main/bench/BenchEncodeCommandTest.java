package tapwright.agent.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;

class BenchEncodeCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void json_hasEachFigureOfTheTable() throws Exception {
    assertEquals(Console.DONE, run("bench", "encode", "--json"), text(err));
    JsonNode report = new ObjectMapper().readTree(text(out));
    JsonNode first = report.get("figures").get(0);
    assertEquals("NTAG215", first.at("/card/chip").textValue());
    assertEquals(18, first.at("/spent/exchanges").intValue());
    assertEquals(18, first.at("/floor/exchanges").intValue());
    assertTrue(first.get("met").booleanValue());
    run("bench", "encode");
    assertEquals(report.get("figures").size() / 2 + 10, text(out).lines().count());
  }

  private int run(String... arguments) {
    return AgentMain.run(new Console(printing(out), printing(err)), arguments);
  }

  private static PrintStream printing(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
