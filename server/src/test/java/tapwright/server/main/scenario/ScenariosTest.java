package tapwright.server.main.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Checked;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Pack;
import tapwright.server.app.NewRecord;

/** Each story of docs/scenarios, told to a fresh server. */
class ScenariosTest implements NewRecord {

  private static final Path STORIES =
      Path.of(System.getProperty("tapwright.root", ".."), "docs", "scenarios");

  private static final int LEAST = 7;

  private static final Pattern LISTED = Pattern.compile("(?m)^\\| \\[`([^`]+)`]\\(\\1\\)");

  @TempDir private Path folder;

  static Stream<Path> stories() throws IOException {
    return ScenarioFiles.at(STORIES).stream();
  }

  @ParameterizedTest
  @MethodSource("stories")
  void goesAsTold(Path file) {
    Scenario scenario = read(ScenarioFiles.read(file));
    assertEquals(List.of(), wrongIn(scenario), file.toString());
  }

  /** What a story expects has to be able to fail. */
  @Test
  void storyThatExpectsSomethingElse_saysWhatAndWhere() {
    Scenario scenario =
        read(
            ScenarioReader.read(
                "mine.yaml",
                """
                scenario: a story
                policy: b-rigardz
                begins: "2026-03-02T09:00:00+05:30"
                zone: Asia/Kolkata
                steps:
                  - tell: "Nobody asks."
                    as: nobody
                    send: GET /health
                    expect: {/status: broken}
                """));
    assertEquals(List.of("mine.yaml:6:5: /status should be broken and is up"), wrongIn(scenario));
  }

  private static final String CANCELLED =
      """
      scenario: a story
      policy: b-rigardz
      begins: "2026-06-01T12:00:00+05:30"
      zone: Asia/Kolkata
      steps:
        - tell: "A custom card is ordered."
          send: POST /api/v1/orders
          body: |
            {"orders": [{"order": "B-1", "pack": "b-rigardz", "target": "https://example.com/b",
              "contact": {"name": "Sample Person", "email": "sample@example.com"},
              "facts": {"line": "card", "design": "custom", "price": "1299.00 INR"}}]}
          keep: {card: /cards/0/cardId}
        - tell: "It is cancelled."
          as: support
          send: POST /api/v1/claims
          body: |
            {"cardId": "${card}", "kind": "cancel", "reason": "change-of-mind"}
          keep: {claim: /claimId, version: /version}
      """;

  /** What is not done at the end has to be found. */
  @Test
  void storyThatLeavesAClaimOpen_saysWhich() {
    List<String> wrong = wrongIn(read(ScenarioReader.read("mine.yaml", CANCELLED)));

    assertEquals(1, wrong.size(), wrong.toString());
    assertTrue(wrong.getFirst().endsWith(" is decided"), wrong.toString());
  }

  @Test
  void storyThatDropsWhatWasPromised_saysWhat() {
    List<String> wrong = wrongIn(closed("Support closes it."));

    assertEquals(2, wrong.size(), wrong.toString());
    assertTrue(wrong.getFirst().endsWith(" dropped its task full-refund"), wrong.toString());
    assertTrue(wrong.getLast().endsWith(" dropped its task cancel-now"), wrong.toString());
  }

  @Test
  void storyOfAClaimThatIsTakenBack_mayDropWhatWasPromised() {
    assertEquals(List.of(), wrongIn(closed("The customer takes it back.")));
  }

  private static Scenario closed(String tells) {
    String closing =
        """
          - tell: "%s"
            as: support
            send: POST /api/v1/claims/${claim}/close
            body: |
              {"version": ${version}, "cause": "told", "dropTasks": true}
        """
            .formatted(tells);
    return read(ScenarioReader.read("mine.yaml", CANCELLED + closing));
  }

  @Test
  void eachStory_goesOnToAClosedClaim() throws IOException {
    for (Path file : stories().toList()) {
      assertTrue(Files.readString(file).contains("/state: closed"), file.toString());
    }
  }

  @Test
  void eachSeller_hasStories() throws IOException {
    for (Pack pack : Packs.shipped().all()) {
      Path folder = STORIES.resolve(pack.id());
      long stories = stories().filter(file -> file.startsWith(folder)).count();
      assertTrue(stories >= LEAST, pack.id() + " has " + stories + " stories");
    }
  }

  @Test
  void listOfStories_isTheFolder() throws IOException {
    Set<String> listed =
        LISTED
            .matcher(Files.readString(STORIES.resolve("README.md")))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there =
        stories()
            .map(file -> STORIES.relativize(file).toString().replace('\\', '/'))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(there, listed);
  }

  private static Scenario read(Checked<Scenario> checked) {
    return switch (checked) {
      case Checked.Passed<Scenario> passed -> passed.value();
      case Checked.Refused<Scenario> refused -> throw new AssertionError(refused.refusal());
    };
  }

  private List<String> wrongIn(Scenario scenario) {
    List<String> wrong = new ArrayList<>();
    try (Stage stage = Stage.open(scenario, folder, newPlace(folder), Packs.shipped())) {
      boolean asTold =
          new Teller(stage)
              .tell(
                  scenario,
                  told ->
                      told.wrong().ifPresent(what -> wrong.add(told.step().place() + ": " + what)));
      if (asTold) {
        wrong.addAll(StoryEnd.leftBy(scenario, stage));
      }
    }
    return wrong;
  }
}
