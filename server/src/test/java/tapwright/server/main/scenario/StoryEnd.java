package tapwright.server.main.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tapwright.server.record.access.Role;

/** What a story that went as told left undone, as support sees it through the API. */
final class StoryEnd {

  private static final Pattern TAKEN_BACK = Pattern.compile("\\b(takes|took) .*\\bback\\b");

  private final Stage stage;
  private final boolean mayDrop;

  private StoryEnd(Stage stage, boolean mayDrop) {
    this.stage = stage;
    this.mayDrop = mayDrop;
  }

  /** Claims that are open, and tasks that were dropped by closing although nobody said so. */
  static List<String> leftBy(Scenario scenario, Stage stage) {
    return new StoryEnd(stage, tellsOfClaimTakenBack(scenario)).left();
  }

  /** Only a customer who takes the claim back lets go of what was promised. */
  private static boolean tellsOfClaimTakenBack(Scenario scenario) {
    return scenario.steps().stream()
        .filter(step -> step instanceof Step.Send(_, _, _, var request, _) && drops(request))
        .anyMatch(step -> TAKEN_BACK.matcher(step.tells()).find());
  }

  private static boolean drops(Step.Request request) {
    return request.path().endsWith("/close") && request.body().contains("\"dropTasks\": true");
  }

  private List<String> left() {
    List<String> left = new ArrayList<>();
    for (JsonNode claim : get("/api/v1/claims?limit=500").path("claims")) {
      String id = claim.path("claimId").asText();
      String state = claim.path("state").asText();
      if (!state.equals("closed")) {
        left.add("at the end claim " + id + " is " + state);
      }
      left.addAll(droppedOf(id));
    }
    return left;
  }

  private List<String> droppedOf(String claim) {
    List<String> dropped = new ArrayList<>();
    for (JsonNode task : get("/api/v1/claims/" + claim + "/tasks").path("tasks")) {
      boolean byClosing =
          task.path("state").asText().equals("dropped")
              && task.path("reference").asText().equals("closed");
      if (byClosing && !mayDrop) {
        dropped.add("closing claim " + claim + " dropped its task " + task.path("effect").asText());
      }
    }
    return dropped;
  }

  private JsonNode get(String path) {
    Step.Request request = new Step.Request("GET", path, "application/json", "", false);
    return Words.json(
        stage.send(stage.request(request, Optional.of(Role.SUPPORT), stage.newKey())).body());
  }
}
