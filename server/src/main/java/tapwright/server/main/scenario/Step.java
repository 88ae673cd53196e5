package tapwright.server.main.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tapwright.server.record.access.Role;

/**
 * One thing that happens in a story. Texts may hold <code>${name}</code> for what an earlier step
 * kept.
 */
sealed interface Step {

  /** In one sentence, for people. */
  String tells();

  /** File, line and column. */
  String place();

  /**
   * A request of somebody.
   *
   * @param as whose token is sent; empty for nobody's
   * @param answer what has to come back
   */
  record Send(String tells, String place, Optional<Role> as, Request request, Answer answer)
      implements Step {}

  /**
   * What is sent.
   *
   * @param type of the body; the body is empty where there is none
   * @param twice whether it is sent once more with the same key, as by a double click; both answers
   *     have to be the same
   */
  record Request(String method, String path, String type, String body, boolean twice) {}

  /**
   * What has to come back.
   *
   * @param status absent for any below 300
   * @param expected texts by their JSON pointers (RFC 6901)
   * @param kept JSON pointers by the names under which later steps find what is there
   */
  record Answer(Optional<Integer> status, Map<String, String> expected, Map<String, String> kept) {

    public Answer {
      expected = Map.copyOf(expected);
      kept = Map.copyOf(kept);
    }
  }

  /** The station makes all cards that wait, each of a chip of its own. */
  record Make(String tells, String place) implements Step {}

  /**
   * People hold their phones to a card.
   *
   * @param slug of the card
   * @param times how often, some seconds apart
   * @param status what each is answered with
   * @param leads where each is led; empty where that does not matter
   */
  record Tap(String tells, String place, String slug, int times, int status, String leads)
      implements Step {}

  /** Time passes, and what falls due meanwhile is done. */
  record Pass(String tells, String place, Duration time) implements Step {}

  /** The same, up to an instant. */
  record PassUntil(String tells, String place, Instant instant) implements Step {}
}
