package tapwright.server.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many requests one token or session may make of one node within a minute, told with every
 * answer of the API ({@code RateLimit-Policy} and {@code RateLimit} of
 * draft-ietf-httpapi-ratelimit-headers).
 *
 * <p>Minutes are counted as they begin, for all callers together, so that what is kept is no more
 * than a number for each caller of the last minute. Stations and taps are not counted.
 */
public final class RateLimit {

  static final String POLICY_HEADER = "RateLimit-Policy";
  static final String HEADER = "RateLimit";

  private static final String COUNTED = "/api/";
  private static final String NAME = "\"caller\"";
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final long NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();

  private final int allowed;
  private final LongSupplier nanos;
  private final Map<String, Integer> counts = new HashMap<>();
  private long begun;

  /**
   * A limit.
   *
   * @param allowed requests a minute
   * @param nanos a clock that only runs forward
   */
  public RateLimit(int allowed, LongSupplier nanos) {
    this.allowed = allowed;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /**
   * How a caller stands.
   *
   * @param left how many requests are left; below zero for one that is too many
   * @param seconds until all are there again
   */
  record Standing(int left, long seconds) {}

  /** Counts a request whose caller is known, and ends it where it is one too many. */
  void check(RoutingContext context) {
    if (!context.normalizedPath().startsWith(COUNTED)) {
      context.next();
      return;
    }
    Gate.Passage.Open visit = context.get(Gate.Passage.Open.class.getName());
    Standing standing = count(visit.caller().id());
    tell(context.response(), standing);
    if (standing.left() < 0) {
      context.response().putHeader("Retry-After", Long.toString(standing.seconds()));
      Reply.refused(
              HttpRefusal.RATE_EXCEEDED.with("allowed", allowed, "seconds", standing.seconds()))
          .send(context.response());
    } else {
      context.next();
    }
  }

  synchronized Standing count(String caller) {
    long now = nanos.getAsLong();
    if (now - begun >= WINDOW.toNanos()) {
      counts.clear();
      begun = now;
    }
    int count = Math.min(counts.merge(caller, 1, Integer::sum), allowed + 1);
    counts.put(caller, count);
    return new Standing(allowed - count, left(now));
  }

  /** In whole seconds, none of which is too short. */
  private long left(long now) {
    return Math.ceilDiv(WINDOW.toNanos() - (now - begun), NANOS_A_SECOND);
  }

  private void tell(HttpServerResponse response, Standing standing) {
    response
        .putHeader(POLICY_HEADER, NAME + ";q=" + allowed + ";w=" + WINDOW.toSeconds())
        .putHeader(
            HEADER, NAME + ";r=" + Math.max(0, standing.left()) + ";t=" + standing.seconds());
  }
}
