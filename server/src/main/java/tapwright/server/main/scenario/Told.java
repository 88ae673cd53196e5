package tapwright.server.main.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step as it went.
 *
 * @param number from 1 on
 * @param at the instant of the story
 * @param who did it
 * @param saw what was sent and what came back, in short lines
 * @param wrong what should have come back instead; empty where all was as expected
 */
record Told(
    int number, Instant at, String who, Step step, List<String> saw, Optional<String> wrong) {

  Told {
    saw = List.copyOf(saw);
  }

  /** How a step went, before it has its number. */
  record Outcome(String who, List<String> saw, Optional<String> wrong) {

    static Outcome fine(String who, List<String> saw) {
      return new Outcome(who, saw, Optional.empty());
    }

    static Outcome wrong(String who, List<String> saw, String what) {
      return new Outcome(who, saw, Optional.of(what));
    }
  }
}
