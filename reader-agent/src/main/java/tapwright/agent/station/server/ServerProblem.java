package tapwright.agent.station.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/** What a server says to a request that it does not take (RFC 9457). */
record ServerProblem(@Nullable String detail) {

  /** As much of a problem's text as is shown. */
  private static final int MAX_SHOWN = 200;

  /** The words of the answer for people, on one line; the whole answer where it has none. */
  static String wordsOf(String body) {
    String words = body;
    try {
      String detail = Json.read(body, ServerProblem.class).detail();
      words = detail == null ? body : detail;
    } catch (JsonProcessingException e) {
      words = body;
    }
    return shortened(words);
  }

  /** The text on one line, and no more of it than anybody reads. */
  static String shortened(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MAX_SHOWN ? line.substring(0, MAX_SHOWN) + "…" : line;
  }
}
