package tapwright.server.main.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** All that may hold names of what was kept. */
  default Stream<String> texts() {
    return switch (this) {
      case Send send ->
          Stream.concat(
              Stream.of(send.request().path(), send.request().body()),
              send.answer().expected().values().stream());
      case Tap tap -> Stream.of(tap.slug(), tap.seen().leads());
      case Make _, Pass _, PassUntil _ -> Stream.empty();
    };
  }

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
   * @param expected texts by the places where they have to stand, in the order of the story
   * @param kept places by the names under which later steps find what is there
   */
  record Answer(Optional<Integer> status, Map<Place, String> expected, Map<String, Place> kept) {

    public Answer {
      expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
      kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }
  }

  /** The station makes all cards that wait, each of a chip of its own. */
  record Make(String tells, String place) implements Step {}

  /**
   * People hold their phones to a card, or open one of its other links.
   *
   * @param slug of the card
   * @param times how often, some seconds apart
   * @param seen what each sees
   */
  record Tap(String tells, String place, String slug, Link link, int times, Seen seen)
      implements Step {}

  /** Which of a card's links is opened. */
  enum Link {
    /** That of the chip. */
    CHIP("/t/"),
    /** That of the print. */
    PRINT("/Q/"),
    /** The page that its holder passes on. */
    SHARE("/s/");

    private final String path;

    Link(String path) {
      this.path = path;
    }

    /** The path of that link on a server. */
    String of(String slug) {
      return path + slug;
    }
  }

  /**
   * What somebody sees who opens a link.
   *
   * @param status what it is answered with; absent for 302, or for 200 where a page is shown
   * @param leads where it leads; empty where that does not matter
   * @param shows what the page says; empty where that does not matter
   */
  record Seen(Optional<Integer> status, String leads, String shows) {}

  /** Time passes, and what falls due meanwhile is done. */
  record Pass(String tells, String place, Duration time) implements Step {}

  /** The same, up to an instant. */
  record PassUntil(String tells, String place, Instant instant) implements Step {}
}
