package tapwright.server.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.CommandRun;

class BenchRecordCommandTest {

  @TempDir private Path folder;

  @Test
  @Tag("long")
  @Tag("wrk")
  @Tag("postgres")
  void record_measuresBothEnginesSideBySide() throws JsonProcessingException {
    Path kept = folder.resolve("kept");
    CommandRun run =
        CommandRun.of(
            "bench",
            "record",
            "--json",
            "--taps",
            "2000",
            "--seconds",
            "1",
            "--keep",
            kept.toString());

    assertEquals(0, run.code(), run.err());
    JsonNode report = run.json();
    List<String> measured = new ArrayList<>();
    for (JsonNode figure : report.get("figures")) {
      measured.add(figure.get("engine").asText() + " " + figure.get("taps").asLong());
      assertTrue(figure.get("bytes").asLong() > 0, figure.toString());
      assertTrue(figure.get("decisionBusiestMillis").asDouble() > 0, figure.toString());
      assertTrue(figure.get("answeredPerSecond").asLong() > 0, figure.toString());
    }
    assertEquals(List.of("SQLite 0", "SQLite 4000", "PostgreSQL 0", "PostgreSQL 4000"), measured);
    assertEquals(0, report.get("mismatches").size(), run.out());
    assertTrue(Files.exists(kept.resolve("taps2000.db")));
  }

  @Test
  void sizesOutOfRange_areUsage_andNothingIsWritten() {
    Path kept = folder.resolve("kept");
    CommandRun run = CommandRun.of("bench", "record", "--taps", "0", "--keep", kept.toString());

    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("--taps is 0, allowed are 1 to 1000000000"), run.err());
    assertFalse(Files.exists(kept));
  }
}
