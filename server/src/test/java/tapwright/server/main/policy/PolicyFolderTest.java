package tapwright.server.main.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.CommandRun;

class PolicyFolderTest {

  static final String PACK =
      """
      id: z-shop
      version: "1"
      title: A sample shop
      calendar: {zone: UTC, week: [MON, TUE, WED, THU, FRI], holidays: unstated}
      clauses:
        - id: Z1
          kind: right
          source: {lines: 1, section: "1"}
          says: cards are paid back
          claims: [refund]
          when: {line: card}
          then: {outcome: full-refund}
      gaps:
        - id: no-card
          claims: [refund]
          when: {not: {line: card}}
          because: the text speaks of cards
        - id: silent-kinds
          claims: [cancel, return, replace, exchange, reactivate, delete-data, reship, dispute, termination, discontinuation]
          because: the text is silent
      """;

  @TempDir private Path folder;

  private CommandRun run(String... args) {
    return CommandRun.of("policy", args);
  }

  private void pack(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void list_namesThePacksOfTheFolderBesideTheShippedOnes() throws IOException {
    pack("z.yml", PACK);
    pack("notes.txt", "no pack");
    Files.createDirectory(folder.resolve("cases"));

    CommandRun run = run("list", "--policies", folder.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals("z-shop@1  A sample shop  (Z1)", run.lines().getLast());
    assertTrue(run.out().contains("b-rigardz@1"), run.out());
  }

  @Test
  void everyFaultyFile_isRefusedWithFileLineAndColumn() throws IOException {
    pack("a.yaml", PACK.replace("title", "tilte"));
    pack("b.yaml", PACK);
    pack("c.yaml", PACK);
    Files.write(folder.resolve("d.yaml"), new byte[] {(byte) 0xFF});

    for (String command : List.of("list", "show", "explain", "test")) {
      CommandRun run =
          command.equals("list")
              ? run(command, "--policies", folder.toString())
              : run(command, "z-shop", "--policies", folder.toString());

      assertEquals(1, run.code(), command);
      List<String> said = run.err().lines().toList();
      assertEquals(3, said.size(), run.err());
      assertTrue(said.get(0).contains("d.yaml cannot be read"), run.err());
      assertTrue(said.get(1).contains("a.yaml:3:1: key tilte is not known"), run.err());
      assertTrue(said.get(2).contains("c.yaml:2:10: pack z-shop@1 is there already"), run.err());
    }
  }

  @Test
  void aFolderThatIsNamedAndNotThere_isAFailureOfTheWorld() {
    CommandRun run = run("list", "--policies", folder.resolve("absent").toString());

    assertEquals(3, run.code());
    assertTrue(run.err().contains("cannot read the folder of policies"), run.err());
  }

  @Test
  void server_doesNotStartOnAFaultyPack() throws IOException {
    pack("a.yaml", PACK.replace("title", "tilte"));
    Path database = folder.resolve("server.db");

    CommandRun run =
        CommandRun.of(
            "server", "--port", "0", "--db", "jdbc:sqlite:" + database, "--policies", folder + "");

    assertEquals(1, run.code());
    assertTrue(run.err().contains("a.yaml:3:1: key tilte is not known"), run.err());
    assertTrue(Files.notExists(database));
  }

  private static final String RETURN_ON_DAY_FIVE =
      """
      policy: e-mand
      cases:
        - name: day five
          claim: {kind: return, reason: change-of-mind, at: "2026-03-10T09:00:00+03:00"}
          facts: {line: card, design: stock, purchasedAt: "2026-03-01T09:00:00+03:00", processedAt: "2026-03-01T10:00:00+03:00", shippedAt: "2026-03-02T10:00:00+03:00", deliveredAt: "2026-03-05T09:00:00+03:00"}
          expect: {outcome: full-refund, by: [KSA1], over: [E5]}
      """;

  @Test
  void overlays_areOffUntilSwitchedOn_inTheFolderOrOnTheCommandLine() throws IOException {
    Path cases = Files.writeString(folder.resolve("case.yml.txt"), RETURN_ON_DAY_FIVE);
    Path policies = Files.createDirectory(folder.resolve("policies"));

    assertEquals(1, run("test", cases.toString()).code());
    assertEquals(0, run("test", "--overlay", "law-ksa", cases.toString()).code());
    assertTrue(
        run("explain", "--overlay", "law-ksa", cases.toString())
            .out()
            .contains("were considered: law-ksa@1,"));
    Files.writeString(policies.resolve("overlays.yaml"), "e-mand: [law-ksa]\n");
    assertEquals(0, run("test", "--policies", policies.toString(), cases.toString()).code());
    assertTrue(run("list", "--policies", policies + "").out().contains("e-mand@1+law-ksa@1  "));
    CommandRun check = run("check", "e-mand", "--policies", policies.toString());
    assertTrue(check.out().startsWith("e-mand@1: "), check.out());
  }

  @Test
  void overlayThatIsNotThere_isRefusedWithThoseThatAre() throws IOException {
    pack("overlays.yaml", "e-mand: [law-uk]\n");

    CommandRun inTheFolder = run("list", "--policies", folder.toString());
    CommandRun onTheLine = run("test", "--overlay", "law-uk", "any");

    assertEquals(1, inTheFolder.code());
    assertTrue(
        inTheFolder
            .err()
            .contains("overlays.yaml:1:10: no overlay law-uk; there are law-eu, law-in, law-ksa"),
        inTheFolder.err());
    assertEquals(1, onTheLine.code());
    assertTrue(onTheLine.err().contains("--overlay: no overlay law-uk"), onTheLine.err());
  }

  @Test
  void packWithAGap_decidesNothing_andCheckOfItsFileSaysAllThatIsWrong() throws IOException {
    pack("z.yaml", PACK.substring(0, PACK.indexOf("gaps:")));

    CommandRun list = run("list", "--policies", folder.toString());

    assertEquals(1, list.code());
    assertTrue(
        list.err().contains("z.yaml: no clause speaks of claims of kind cancel"), list.err());
    CommandRun check =
        run("check", folder.resolve("z.yaml").toString(), "--policies", folder.toString());
    assertEquals(1, check.code());
    assertTrue(check.out().contains("z.yaml:6:5: "), check.out());
    assertTrue(check.lines().getFirst().endsWith("11 findings"), check.out());
  }

  @Test
  void calendarsOfTheFolder_addYearsToTheShippedLists() throws IOException {
    Path cases = Files.writeString(folder.resolve("cases.txt"), LATE_CASE);
    Path named = Files.move(cases, Files.createDirectory(folder.resolve("c")).resolve("c.yaml"));

    CommandRun without = run("test", named.toString(), "--policies", folder.toString());
    assertTrue(without.out().contains("holidays 2027"), without.out());

    Path calendars = Files.createDirectory(folder.resolve("calendars"));
    Files.writeString(calendars.resolve("in.yaml"), NEXT_YEAR);
    CommandRun with = run("test", named.toString(), "--policies", folder.toString());
    assertEquals(0, with.code(), with.out() + with.err());

    Files.writeString(calendars.resolve("in.yaml"), NEXT_YEAR.replace("asOf", "seen"));
    CommandRun faulty = run("test", named.toString(), "--policies", folder.toString());
    assertEquals(1, faulty.code());
    assertTrue(faulty.err().contains("in.yaml:7:"), faulty.err());
  }

  private static final String LATE_CASE =
      """
      policy: b-rigardz
      cases:
        - name: at the end of the year
          claim: {kind: refund, at: "2026-12-31T10:00:00+05:30"}
          facts: {line: subscription, term: monthly, purchasedAt: "2026-12-29T10:00:00+05:30", taps: 3, shares: 0}
          expect: {outcome: full-refund, missing: [], due: {acknowledge: "2027-01-06T00:00:00+05:30"}}
      """;

  private static final String NEXT_YEAR =
      """
      id: in-maharashtra
      title: Holidays of Maharashtra, with a year of our own
      reading: {chosen: all of them, rejected: [], because: a sample}
      years:
        2027:
          source: a sample
          asOf: 2026-12-20
          days:
            - {date: 2027-01-01, name: a sample}
      """;
}
