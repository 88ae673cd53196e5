package tapwright.server.main.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tapwright.server.main.CommandRun;

class BenchTapsCommandTest {

  private static CommandRun run(String... more) {
    return CommandRun.of("bench", more);
  }

  @Test
  @Tag("long")
  @Tag("wrk")
  void taps_onSqlite_areExactAndComparedWithTheBareRedirect() throws JsonProcessingException {
    CommandRun run =
        run(
            "taps",
            "--json",
            "--rounds",
            "1",
            "--seconds",
            "1",
            "--connections",
            "32",
            "--rows",
            "BARE,SQLITE,SQLITE_SINGLE");

    assertEquals(0, run.code(), run.out() + run.err());
    JsonNode report = run.json();
    assertEquals(0, report.get("mismatches").size(), run.out());
    assertEquals(10, report.get("figures").size());
    assertTrue(report.get("answered").asLong() > 0);
    assertTrue(report.get("stored").asLong() >= report.get("answered").asLong());
    for (JsonNode figure : report.get("figures")) {
      assertTrue(figure.get("perSecond").asLong() > 0, figure.toString());
      assertTrue(figure.get("p99Millis").asDouble() >= figure.get("p50Millis").asDouble());
      assertTrue(figure.get("coreMicros").asDouble() > 0, figure.toString());
      assertTrue(figure.get("ofBare").asDouble() > 0, figure.toString());
    }
    assertEquals(3, report.get("bars").size(), run.out());
  }

  @Test
  @Tag("wrk")
  void taps_printATable_andWhereTheTimeGoes() {
    CommandRun run =
        run(
            "taps",
            "--profile",
            "--rounds",
            "1",
            "--seconds",
            "1",
            "--connections",
            "1",
            "--rows",
            "SQLITE");

    assertEquals(0, run.code(), run.out() + run.err());
    List<String> lines = run.lines();
    assertTrue(lines.contains("bare link, 1 card, 1 connection"), run.out());
    assertTrue(lines.contains("mirrored counter, 1 card, 1 connection"), run.out());
    assertTrue(
        lines.contains("exact: in each round every answered hit is on record once, as a tap"),
        run.out());
    assertTrue(lines.contains("time on a core, SQLite"), run.out());
    assertTrue(run.err().contains("round 1 of 1: bare link, 1 card, 1 connection, SQLite"));
  }

  @Test
  @Tag("long")
  @Tag("wrk")
  @Tag("postgres")
  void taps_onAPrivatePostgres_areExactOnTwoNodesOfOneDatabase() throws JsonProcessingException {
    CommandRun run =
        run(
            "taps",
            "--json",
            "--rounds",
            "1",
            "--seconds",
            "1",
            "--connections",
            "128",
            "--rows",
            "POSTGRES,POSTGRES_SINGLE");

    assertEquals(0, run.code(), run.out() + run.err());
    JsonNode report = run.json();
    assertEquals(0, report.get("mismatches").size(), run.out());
    assertEquals(3, report.get("figures").size());
    assertEquals(1, report.get("bars").size(), run.out());
    assertTrue(report.get("figures").get(0).get("coreMicros").asDouble() > 0, run.out());
  }

  @Test
  void anAddressOfNoPostgres_isUsage_andItsPasswordIsNotShown() {
    CommandRun run = run("taps", "--postgres", "jdbc:mysql://me:secret@example.com/x?p=secret");

    assertEquals(2, run.code());
    assertTrue(
        run.err().startsWith("--postgres is jdbc:mysql://example.com/x, allowed"), run.err());
  }

  @Test
  void roundsOutOfRange_areUsage() {
    CommandRun run = run("taps", "--rounds", "0");

    assertEquals(2, run.code());
    assertTrue(run.err().startsWith("--rounds is 0, allowed are 1 to 50"), run.err());
  }
}
