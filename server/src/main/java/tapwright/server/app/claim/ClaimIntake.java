package tapwright.server.app.claim;

import java.util.Optional;
import tapwright.core.claim.Channel;
import tapwright.core.claim.SenderCheck;

/**
 * How a claim came.
 *
 * @param sender how it was made sure who sent it
 * @param text the customer's words
 */
public record ClaimIntake(Channel channel, SenderCheck sender, Optional<String> text) {

  /** By the API, which says no more. */
  public static final ClaimIntake PLAIN =
      new ClaimIntake(Channel.API, SenderCheck.UNVERIFIED, Optional.empty());

  /** Without the words. */
  @Override
  public String toString() {
    return "ClaimIntake[" + channel + ", " + sender + "]";
  }
}
