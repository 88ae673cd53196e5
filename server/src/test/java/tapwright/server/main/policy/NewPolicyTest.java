package tapwright.server.main.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.server.main.CommandRun;

/** The way of a sixth seller's shop, through the command line alone. */
class NewPolicyTest {

  @TempDir private Path home;

  private CommandRun policy(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--policies", policies().toString()));
    return CommandRun.of("policy", all.toArray(String[]::new));
  }

  private Path policies() {
    return home.resolve("policies");
  }

  private CommandRun write(String... more) throws IOException {
    Files.createDirectories(policies());
    List<String> args = new ArrayList<>(List.of("new", "my-shop"));
    args.addAll(List.of(more));
    return policy(args.toArray(String[]::new));
  }

  @Test
  void newPolicy_passesItsCasesAndTheCheck_asItStands() throws IOException {
    CommandRun made = write("--title", "My \"own\" shop");

    assertEquals(0, made.code(), made.err());
    assertTrue(made.out().contains("tapwright policy test "), made.out());
    assertEquals("8 passed, 0 failed\n", policy("test", cases()).out());
    CommandRun check = policy("check", "my-shop");
    assertEquals(0, check.code(), check.out());
    assertTrue(policy("list").out().contains("my-shop@1  My \"own\" shop  (S1, S2, S3, S4, S5)"));
    assertTrue(policy("show", "my-shop").out().contains("S1"));
  }

  private String cases() {
    return policies().resolve("cases/my-shop.yaml").toString();
  }

  @Test
  void newPolicy_leadsToSchemasThatLieWhereItSays() throws IOException {
    write();

    for (Path file : List.of(policies().resolve("my-shop.yaml"), Path.of(cases()))) {
      String first = Files.readAllLines(file).getFirst();
      String prefix = "# yaml-language-server: $schema=";
      assertTrue(first.startsWith(prefix), first);
      assertTrue(Files.isRegularFile(file.resolveSibling(first.substring(prefix.length()))), first);
    }
  }

  @Test
  void newPolicy_neverWritesOverAFile() throws IOException {
    write();
    String mine = "# mine\n" + Files.readString(policies().resolve("my-shop.yaml"));
    Files.writeString(policies().resolve("my-shop.yaml"), mine);

    CommandRun again = write();
    CommandRun elsewhere = policy("new", "other", "--out", policies().resolve("my-shop.yaml") + "");

    assertEquals(1, again.code());
    assertTrue(again.err().contains("pack my-shop is there already"), again.err());
    assertEquals(1, elsewhere.code());
    assertTrue(elsewhere.err().contains("my-shop.yaml is there already"), elsewhere.err());
    assertEquals(mine, Files.readString(policies().resolve("my-shop.yaml")));
  }

  @Test
  void newPolicy_underAnIdThatIsNone_isRefused() throws IOException {
    Files.createDirectories(policies());

    assertTrue(policy("new", "my shop").err().contains("allowed is 1 to 60 letters"));
    assertTrue(policy("new", "../x").err().contains("allowed is 1 to 60 letters"));
    assertTrue(policy("new", "b-rigardz").err().contains("pack b-rigardz is there already"));
    try (Stream<Path> files = Files.list(policies())) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void newPolicy_outsideTheFolder_saysHowToUseIt() throws IOException {
    Files.createDirectories(policies());
    Path file = home.resolve("elsewhere/mine.yaml");

    CommandRun made = policy("new", "mine", "--out", file.toString());

    assertEquals(0, made.code(), made.err());
    assertTrue(made.out().contains("--policies " + file.getParent()), made.out());
    assertTrue(Files.exists(home.resolve("elsewhere/cases/mine.yaml")));
  }

  @Test
  void secondVersion_rulesOrdersFromItsDate_andNotBefore() throws IOException {
    write();
    Path first = policies().resolve("my-shop.yaml");
    String text = Files.readString(first);
    String year = text.replaceAll("(?s).*from: (\\d{4})-01-01.*", "$1");
    text = text.replace("by: purchasedAt}", "by: purchasedAt, notice: {days: 15}}");
    Files.writeString(first, text);
    Path second = policies().resolve("my-shop-2.yaml");
    String longer =
        text.replace("version: \"1\"", "version: \"2\"")
            .replace(
                "returns: {from: deliveredAt, calendar-days: 14",
                "returns: {from: deliveredAt, calendar-days: 30")
            .replace("from: " + year + "-01-01", "from: " + year + "-06-01");

    Files.writeString(second, longer);
    CommandRun unannounced = policy("list");
    assertEquals(1, unannounced.code());
    assertTrue(unannounced.err().contains("promised 15 days ahead"), unannounced.err());

    String tooLate = longer.replace("days: 15}", "days: 15, given: " + year + "-05-18}");
    Files.writeString(second, tooLate);
    assertTrue(policy("list").err().contains("allowed is " + year + "-06-02 or later"));

    Files.writeString(second, longer.replace("days: 15}", "days: 15, given: " + year + "-05-17}"));
    assertTrue(policy("list").out().contains("my-shop@2"));
    Path cases = Files.writeString(home.resolve("versions.txt"), versions(year));
    CommandRun test = policy("test", cases.toString());
    assertEquals("2 passed, 0 failed\n", test.out());
    assertEquals("8 passed, 0 failed\n", policy("test", cases()).out());
    assertFalse(policy("show", "my-shop@1").out().equals(policy("show", "my-shop@2").out()));
    assertEquals(0, policy("check", "my-shop@2").code());
  }

  /** The same card on the thirtieth day, bought in the last second before the change and after. */
  private static String versions(String year) {
    return """
        policy: my-shop
        cases:
          - name: bought the day before
            claim: {kind: return, reason: unused, at: "YEAR-07-02T23:59:59Z"}
            facts: {line: card, design: stock, purchasedAt: "YEAR-05-31T23:59:59Z", deliveredAt: "YEAR-06-02T15:00:00Z"}
            expect: {outcome: review}
          - name: bought on the day of the change
            claim: {kind: return, reason: unused, at: "YEAR-07-02T23:59:59Z"}
            facts: {line: card, design: stock, purchasedAt: "YEAR-06-01T00:00:00Z", deliveredAt: "YEAR-06-02T15:00:00Z"}
            expect: {outcome: full-refund, by: [S1], until: "YEAR-07-03T00:00:00Z"}
        """
        .replace("YEAR", year);
  }
}
