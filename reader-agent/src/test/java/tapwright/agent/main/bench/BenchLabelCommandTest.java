package tapwright.agent.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;

@Tag("fonts")
class BenchLabelCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void json_hasWhatWasMeasured() throws Exception {
    assertEquals(Console.DONE, run("bench", "label", "--labels", "5", "--json"), text(err));
    JsonNode report = new ObjectMapper().readTree(text(out));
    assertTrue(report.get("pdfPerSecond").doubleValue() > 0);
    assertTrue(report.get("zplPerSecond").doubleValue() > 0);
    assertEquals(5, report.at("/file/labels").intValue());
    assertTrue(report.at("/file/bytes").longValue() > 1000);
  }

  @Test
  void text_isFourLines() {
    assertEquals(Console.DONE, run("bench", "label", "--labels", "5"), text(err));
    assertEquals(4, text(out).lines().count(), text(out));
  }

  @Test
  void labels_noneAtAll_isRefused() {
    run("bench", "label", "--labels", "0");
    assertTrue(text(err).contains("--labels is 0, allowed are 1 to 1000000"), text(err));
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
