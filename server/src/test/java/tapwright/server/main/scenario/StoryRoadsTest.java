package tapwright.server.main.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Checked;
import tapwright.server.http.Endpoint;

/** The roads that stories walk: what support does all day is told for each seller that knows it. */
class StoryRoadsTest {

  /** What every seller does, whatever its policy says. */
  private static final Set<Endpoint> OF_ALL =
      EnumSet.of(
          Endpoint.RECORD_CAPTURES,
          Endpoint.START_SUBSCRIPTION,
          Endpoint.REPORT_PAID,
          Endpoint.FILE_CLAIM,
          Endpoint.ANSWER_CLAIM,
          Endpoint.ADD_EVIDENCE,
          Endpoint.RULE_CLAIM,
          Endpoint.CARRY_OUT_TASK,
          Endpoint.CLOSE_CLAIM,
          Endpoint.REPORT_DISPUTE,
          Endpoint.CONFIRM_DELETION);

  /** What a seller does with goods that come back, and with the choice that goes with them. */
  private static final Set<Endpoint> OF_RETURNS =
      EnumSet.of(
          Endpoint.ISSUE_RMA,
          Endpoint.MOVE_RMA,
          Endpoint.INSPECT_RMA,
          Endpoint.DISPOSE_RMA,
          Endpoint.OVERRIDE_CLAIM);

  /** What one story is enough for. */
  private static final Set<Endpoint> OF_SOME =
      EnumSet.of(
          Endpoint.ADOPT_CARDS,
          Endpoint.SET_TARGET,
          Endpoint.TAKE_SCANS,
          Endpoint.ACKNOWLEDGE_CLAIM,
          Endpoint.APPEAL_CLAIM,
          Endpoint.FINISH_TASK,
          Endpoint.REFUND_LINE,
          Endpoint.ACT_ON_SUBSCRIPTION);

  private static final int FIRST_THAT_IS_NO_SUCCESS = 300;

  private static List<Scenario> stories = List.of();

  @BeforeAll
  static void read() throws IOException {
    stories = ScenariosTest.stories().map(StoryRoadsTest::story).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a-smart-card-generator", "b-rigardz", "c-vtag", "d-smartcalls", "e-mand"})
  void storiesOfEachSeller_walkWhatAllSellersDo(String seller) {
    assertEquals(Set.of(), notWalked(OF_ALL, story -> story.policy().equals(seller)));
  }

  /** The fourth sells no goods, and the fifth takes none back. */
  @ParameterizedTest
  @ValueSource(strings = {"a-smart-card-generator", "b-rigardz", "c-vtag"})
  void storiesOfSellersOfGoods_walkTheirReturn(String seller) {
    assertEquals(Set.of(), notWalked(OF_RETURNS, story -> story.policy().equals(seller)));
  }

  @Test
  void storiesTogether_walkTheRest() {
    assertEquals(Set.of(), notWalked(OF_SOME, _ -> true));
  }

  private static Set<Endpoint> notWalked(Set<Endpoint> roads, Predicate<Scenario> of) {
    Set<Endpoint> left = EnumSet.copyOf(roads);
    stories.stream()
        .filter(of)
        .flatMap(story -> story.steps().stream())
        .flatMap(StoryRoadsTest::walked)
        .forEach(left::remove);
    return left;
  }

  private static Scenario story(Path file) {
    return switch (ScenarioFiles.read(file)) {
      case Checked.Passed<Scenario> passed -> passed.value();
      case Checked.Refused<Scenario> refused -> throw new AssertionError(refused.refusal());
    };
  }

  /** A step that is refused walks no road. */
  private static Stream<Endpoint> walked(Step step) {
    return step instanceof Step.Send(_, _, _, var request, var answer)
            && answer.status().filter(code -> code >= FIRST_THAT_IS_NO_SUCCESS).isEmpty()
        ? Arrays.stream(Endpoint.values()).filter(road -> isOn(road, request))
        : Stream.empty();
  }

  private static boolean isOn(Endpoint road, Step.Request request) {
    String path = road.path().replaceAll("\\{\\w+}", "[^/]+");
    return road.method().name().equals(request.method()) && request.path().matches(path);
  }
}
