package tapwright.server.app.money;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.money.Capture;

/**
 * What a shop says that a customer paid.
 *
 * @param captures line by line
 * @param at when, where that was not just now
 */
public record CaptureRequest(List<Capture> captures, Optional<Instant> at) {
  public CaptureRequest {
    captures = List.copyOf(captures);
  }
}
