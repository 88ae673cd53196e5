package tapwright.server.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.Reason;
import tapwright.server.main.serve.HitPath;

class BenchHitsCommandTest {

  private static String run(int code, String... args) {
    StringWriter out = new StringWriter();
    int got =
        new CommandLine(new BenchCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(args);
    assertEquals(code, got, out.toString());
    return out.toString();
  }

  @Test
  void hits_printsAFigureOfEachKind() {
    List<String> lines = run(0, "hits", "--hits", "10").lines().toList();

    assertEquals(5, lines.size(), lines.toString());
    assertTrue(lines.get(0).matches("scan of the print +\\d+\\.\\d\\d µs  print-link"));
    assertTrue(lines.get(2).matches("tap, signed +\\d+\\.\\d\\d µs  new-counter"));
  }

  @Test
  void hitsJson_saysNanos() throws JsonProcessingException {
    JsonNode figures = new ObjectMapper().readTree(run(0, "hits", "--hits", "10", "--json"));

    assertEquals("hits", figures.get("bench").asText());
    assertEquals(5, figures.get("coreNanosByKind").size());
  }

  @Test
  void noHits_areUsage() {
    assertTrue(run(2, "hits", "--hits", "0").startsWith("--hits is 0, allowed are 1 to"));
  }

  @Test
  void figures_comeFromTheCoresClock() {
    AtomicLong core = new AtomicLong();
    HitsBench bench =
        new HitsBench(new HitClassing(HitPath.previewAgents()), () -> core.getAndAdd(700));

    List<HitsBench.Figure> figures = bench.run(10);

    assertTrue(figures.stream().allMatch(figure -> figure.nanos() == 70), figures.toString());
    assertEquals(
        List.of(
            Reason.PRINT_LINK,
            Reason.NEW_COUNTER,
            Reason.NEW_COUNTER,
            Reason.PREVIEW_AGENT,
            Reason.PRINT_LINK),
        figures.stream().map(HitsBench.Figure::reason).toList());
  }
}
