package tapwright.core.wire;

import java.time.Instant;

/**
 * A station's token, shown this once.
 *
 * @param name what staff call the station
 * @param token what it shows from now on
 * @param expiresAt until when
 */
public record EnrolReply(String name, String token, Instant expiresAt) {

  @Override
  public String toString() {
    return "the token of " + name + " until " + expiresAt;
  }
}
