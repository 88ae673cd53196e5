package tapwright.server.main.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {

  private static final String CASES =
      """
      policy: b-rigardz
      cases:
        - name: fewer than fifty
          claim: {kind: refund, at: "2026-05-02T10:00:00+05:30"}
          facts: {line: subscription, term: monthly, purchasedAt: "2026-04-27T09:15:00+05:30", taps: 3, shares: 0}
          expect: {outcome: full-refund, by: [B1]}
        - name: not carried
          claim: {kind: refund, at: "2026-05-02T10:00:00+05:30"}
          facts: {line: subscription, term: enterprise, purchasedAt: "2026-04-27T09:15:00+05:30"}
          expect: {outcome: refer, by: [B99]}
      """;

  @TempDir private Path folder;

  /** What a run of the command line left. */
  private record Run(int code, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }

    JsonNode json() throws JsonProcessingException {
      return new ObjectMapper().readTree(out);
    }
  }

  private static Run run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new PolicyCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new Run(code, out.toString(), err.toString());
  }

  private Path cases(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void test_oneLineAFailure_thenTheCounts() throws IOException {
    cases("b.yaml", CASES);

    Run run = run("test", folder.toString());

    assertEquals(1, run.code());
    assertEquals(2, run.lines().size());
    assertTrue(
        run.lines()
            .getFirst()
            .startsWith(
                "b.yaml: \"not carried\": expected by B99; got by B5; why: b-rigardz@1 does not"
                    + " carry B99; "),
        run.out());
    assertEquals("1 passed, 1 failed", run.lines().getLast());
  }

  @Test
  void test_allPassed_endsWithZero() throws IOException {
    Path file = cases("b.yaml", CASES.substring(0, CASES.indexOf("  - name: not carried")));

    Run run = run("test", file.toString());

    assertEquals(0, run.code());
    assertEquals("1 passed, 0 failed\n", run.out());
  }

  @Test
  void test_fileThatIsNoCaseFile_isOneFailure() throws IOException {
    cases("a.yaml", CASES.substring(0, CASES.indexOf("  - name: not carried")));
    cases("b.yaml", "policy: [\n");
    cases("notes.txt", "not a case file");

    Run run = run("test", folder.toString());

    assertEquals(1, run.code());
    assertTrue(run.lines().getFirst().startsWith("b.yaml: \"the whole file\": "), run.out());
    assertEquals("1 passed, 1 failed", run.lines().getLast());
  }

  @Test
  void test_filesThatCannotBeRead_areAFailureEachAndTheOthersRun() throws IOException {
    cases("a.yaml", CASES.substring(0, CASES.indexOf("  - name: not carried")));
    Files.write(folder.resolve("b.yaml"), new byte[] {'p', (byte) 0xFF});
    Files.createDirectory(folder.resolve("c.yaml"));

    Run run = run("test", folder.toString());

    assertEquals(1, run.code());
    assertTrue(
        run.lines().getFirst().endsWith("b.yaml cannot be read: its bytes are no text in UTF-8"),
        run.out());
    assertTrue(run.lines().get(1).contains("c.yaml cannot be read: "), run.out());
    assertEquals("1 passed, 2 failed", run.lines().getLast());
  }

  @Test
  void explain_ofAFileThatCannotBeRead_namesIt() throws IOException {
    Path file = Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xFF});

    Run run = run("explain", file.toString());

    assertEquals(1, run.code());
    assertEquals("tapwright: b.yaml cannot be read: its bytes are no text in UTF-8\n", run.err());
  }

  @Test
  void test_aLongValue_isShownByItsStart() throws IOException {
    cases("a.yaml", CASES.replace("kind: refund", "kind: " + "x".repeat(5_000)));

    Run run = run("test", folder.toString());

    assertTrue(run.out().contains("\"" + "x".repeat(60) + "…\""), run.out());
    assertTrue(run.lines().getFirst().length() < 600, run.out());
  }

  @Test
  void test_json_carriesTheSame() throws IOException {
    cases("b.yaml", CASES);

    JsonNode json = run("test", "--json", folder.toString()).json();

    assertEquals(1, json.get("passed").intValue());
    assertEquals(1, json.get("failed").intValue());
    assertEquals("not carried", json.get("failures").get(0).get("case").textValue());
  }

  @Test
  void test_folderThatIsNotThere_orEmpty_isSaidOnStandardError() {
    Run absent = run("test", folder.resolve("absent").toString());
    Run empty = run("test", folder.toString());

    assertEquals(3, absent.code());
    assertTrue(absent.err().startsWith("tapwright: cannot read cases at "), absent.err());
    assertEquals(3, empty.code());
    assertTrue(empty.err().contains("holds no case file"), empty.err());
  }

  @Test
  void list_namesPacksAndTheirClauses() throws JsonProcessingException {
    List<String> lines = run("list").lines();

    assertEquals(5, lines.size());
    assertEquals(
        "d-smartcalls@1  SmartCalls, cancellation and refund policy  (D0, D1, D2, D3, D4, D5, D6,"
            + " D7, D8, D9, D10, D11, D12)",
        lines.get(3));
    assertEquals("B1", run("list", "--json").json().at("/packs/1/clauses/0").textValue());
  }

  @Test
  void show_printsEachClauseWithItsLine() {
    Run run = run("show", "b-rigardz");

    assertEquals(0, run.code());
    assertTrue(run.lines().contains("B3  Right"), run.out());
    assertTrue(run.lines().contains("  source        section \"2\", line 9"), run.out());
    assertTrue(run.out().contains("  because       at exactly 50 uses"), run.out());
    assertTrue(run.lines().stream().allMatch(line -> line.length() <= 80), run.out());
  }

  @Test
  void show_html_writesOnePage() throws IOException {
    Path page = folder.resolve("b.html");

    Run run = run("show", "b-rigardz", "--html", page.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals("wrote " + page + "\n", run.out());
    String html = Files.readString(page);
    assertTrue(html.contains("<section id=\"B3\">"), html);
    assertTrue(html.contains("<a href=\"#B4\">B4</a>"), html);
    assertFalse(html.contains("src="), html);
  }

  @Test
  void show_ofAPackThatIsNotThere_listsThoseThatAre() throws JsonProcessingException {
    Run run = run("show", "x", "--json");

    assertEquals(1, run.code());
    assertEquals("policy-pack-unknown", run.json().get("refused").textValue());
    assertEquals(
        "tapwright: no pack x is at hand; at hand are a-smart-card-generator, b-rigardz, c-vtag,"
            + " d-smartcalls, e-mand\n",
        run.err());
  }

  @Test
  void explain_oneCaseByName() throws IOException {
    Path file = cases("b.yaml", CASES);

    Run run = run("explain", file + "#fewer than fifty");

    assertEquals(0, run.code());
    assertEquals("fewer than fifty", run.lines().getFirst());
    assertEquals("  Full refund. The order or plan ends now.", run.lines().get(1));
    assertFalse(run.out().contains("not carried"));
  }

  @Test
  void explain_json_carriesTheDecision() throws IOException {
    Path file = cases("b.yaml", CASES);

    JsonNode json = run("explain", "--json", file + "#fewer than fifty").json();

    assertEquals("full-refund", json.at("/decision/outcome").textValue());
    assertEquals("B1", json.at("/decision/by/0/clause").textValue());
    assertEquals("2026-05-04T18:30:00Z", json.at("/decision/until/at").textValue());
  }

  @Test
  void explain_ofACaseThatIsNotThere_listsThoseThatAre() throws IOException {
    Path file = cases("b.yaml", CASES);

    Run run = run("explain", file + "#other");

    assertEquals(1, run.code());
    assertEquals(
        "tapwright: b.yaml has no case named \"other\"; it has \"fewer than fifty\", \"not"
            + " carried\"\n",
        run.err());
  }

  @Test
  void noSubcommand_isUsage() {
    assertEquals(2, run().code());
  }

  private static String packText(String id) throws IOException {
    String resource = "/tapwright/policies/" + id + ".yaml";
    try (InputStream stream = PolicyCommandTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void check_ofAllPacks_oneSummaryLineEach_andGapsWithTheirReasons() {
    Run run = run("check");

    List<String> summaries = run.lines().stream().filter(line -> !line.startsWith(" ")).toList();
    assertEquals(5, summaries.size(), run.out());
    assertTrue(summaries.get(1).startsWith("b-rigardz@1: "), run.out());
    assertTrue(run.out().contains("  gap exactly-fifty-uses"), run.out());
    assertFalse(run.out().contains("undeclared-gap"), run.out());
    assertFalse(run.out().contains("overlap"), run.out());
    assertFalse(run.out().contains("dead-clause"), run.out());
  }

  @Test
  void check_ofAFileWithAGap_namesLineAndExample_thatExplainDecides() throws IOException {
    String planted = packText("b-rigardz").replace("exactly: 50}", "exactly: 51}");
    Path file = Files.writeString(folder.resolve("planted.yaml"), planted);

    Run run = run("check", "--json", file.toString());

    assertEquals(1, run.code());
    JsonNode finding = run.json().at("/checks/0/findings/0");
    assertEquals("undeclared-gap", finding.at("/finding").asText());
    assertTrue(finding.at("/place").asText().contains("planted.yaml:"), run.out());
    Path example = cases("example.yaml", finding.at("/example").asText());
    Run explained = run("explain", example.toString());
    assertEquals(0, explained.code(), explained.err());
    assertTrue(explained.out().contains("A person decides."), explained.out());
    assertTrue(run("check", file.toString()).out().contains("    - name: "), run.out());
  }

  @Test
  void diff_ofAChangedLimit_listsWhatChanges() throws IOException {
    String changed =
        packText("b-rigardz")
            .replace("fewer-than: 50}", "fewer-than: 60}")
            .replace("more-than: 50}", "more-than: 60}")
            .replace("exactly: 50}", "exactly: 60}");
    Path file = Files.writeString(folder.resolve("b.yaml"), changed);

    Run run = run("diff", "b-rigardz@1", file.toString());

    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .contains(
                "refund: deny with cancel-at-term-end by B2 -> full-refund with cancel-now by B1"),
        run.out());
    assertTrue(run.lines().getLast().contains("5 changes"), run.out());
    assertEquals(
        5, run("diff", "--json", "b-rigardz", file.toString()).json().at("/changes").size());
    assertTrue(run("diff", "b-rigardz", "b-rigardz").out().contains(": 0 changes"));
  }

  @Test
  void diff_withAPackThatIsNotThere_isRefused() {
    Run run = run("diff", "b-rigardz", "no-such-pack");

    assertEquals(1, run.code());
    assertTrue(run.err().contains("no pack no-such-pack is at hand"), run.err());
  }

  @Test
  void explain_saysWhatWouldChangeIt() throws IOException {
    Path file = cases("b.yaml", CASES);

    Run run = run("explain", file + "#fewer than fifty");

    assertTrue(run.out().contains("  With exactly 50 uses: a person decides."), run.out());
    assertTrue(run.out().contains("  The customer can still: cancel (B24)"), run.out());
  }
}
