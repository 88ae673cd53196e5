package tapwright.server.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tapwright.core.policy.decide.Engine;
import tapwright.core.policy.library.Packs;

class BenchPolicyCommandTest {

  private static final Packs PACKS = Packs.shipped();

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
  void policy_printsItsFigures() {
    List<String> lines = run(0, "policy", "--seconds", "1").lines().toList();

    assertEquals(7, lines.size(), lines.toString());
    assertTrue(lines.get(0).matches("explained decisions a second +\\d+"), lines.get(0));
    assertTrue(lines.get(2).matches("median +\\d+\\.\\d µs"), lines.get(2));
    assertTrue(lines.get(4).matches("slowest pack +[a-z-]+@\\d+, median .*"), lines.get(4));
  }

  @Test
  void policyJson_hasAFigureOfEveryPack() throws JsonProcessingException {
    JsonNode figures = new ObjectMapper().readTree(run(0, "policy", "--seconds", "1", "--json"));

    assertEquals("policy", figures.get("bench").asText());
    assertTrue(figures.get("perSecond").asLong() > 0);
    assertTrue(figures.get("p99Micros").asDouble() >= figures.get("medianMicros").asDouble());
    assertEquals(PACKS.all().size(), figures.get("medianMicrosByPack").size());
  }

  @Test
  void secondsOutOfRange_areUsage() {
    assertTrue(run(2, "policy", "--seconds", "0").startsWith("--seconds is 0, allowed are 1 to"));
  }

  @Test
  void claims_areDecidedAsTheirFilesSay_inAllKindsOfOutcome() {
    Set<String> outcomes = new HashSet<>();
    for (BenchClaims.Ready ready : BenchClaims.read(PACKS)) {
      var decision =
          Engine.decide(
              ready.pack(), ready.calendar(), ready.golden().claim(), ready.golden().facts());
      assertEquals(ready.golden().expected().outcome(), decision.outcome(), ready.golden().name());
      outcomes.add(decision.outcome().word());
    }
    assertTrue(outcomes.size() > 8, outcomes.toString());
  }

  @Test
  void figures_comeFromTheTicker() {
    AtomicLong ticks = new AtomicLong();
    List<BenchClaims.Ready> claims = BenchClaims.read(PACKS);
    PolicyBench bench = new PolicyBench(claims, () -> ticks.getAndAdd(20_000));

    PolicyBench.Figures figures = bench.run(Duration.ofMillis(1));

    assertEquals(claims.size(), figures.decisions());
    assertEquals(50_000, figures.perSecond());
    assertWithinAStep(20_000, figures.medianNanos());
    assertEquals(figures.medianNanos(), figures.p99Nanos());
  }

  @Test
  void percentile_isExactToAStep() {
    Latencies latencies = new Latencies();
    for (int nanos = 1; nanos <= 1_000_000; nanos++) {
      latencies.add(nanos);
    }

    assertWithinAStep(500_000, latencies.percentile(0.5));
    assertWithinAStep(990_000, latencies.percentile(0.99));
    assertEquals(10, latencies.percentile(0.000_01));
    assertEquals(0, new Latencies().percentile(0.5));
  }

  private static void assertWithinAStep(long expected, long got) {
    assertTrue(got >= expected && got <= expected + expected / 32, () -> got + " for " + expected);
  }
}
