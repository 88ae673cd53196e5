package tapwright.server.main.scenario;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A story: what is sent to a fresh server, in which order and when, and what it has to answer.
 *
 * @param file its name, as results cite it
 * @param name what it is about
 * @param policy the pack that its cards are sold under
 * @param begins when it begins
 * @param zone of the times that are shown
 */
record Scenario(
    String file, String name, String policy, Instant begins, ZoneId zone, List<Step> steps) {

  Scenario {
    steps = List.copyOf(steps);
  }
}
