package tapwright.server.app.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tapwright.core.notice.RetrySchedule;
import tapwright.server.record.hook.Delivery;

/** What follows from an endpoint's answer: sent, tried again later, or dead. */
final class NextTry {

  /** Gone (RFC 9110 section 15.5.11): by Standard Webhooks the wish to be told nothing any more. */
  static final int GONE = 410;

  private NextTry() {}

  /**
   * How far the delivery has come by this.
   *
   * @param tries with this one
   * @param chance from 0 to 1
   */
  static Delivery.Progress after(HookPost.Reached reached, int tries, double chance, Instant now) {
    return switch (reached) {
      case HookPost.Reached.Missed(String why) ->
          again(why, tries, wait(tries, chance, none()), now);
      case HookPost.Reached.Answered(int status, Optional<Duration> asked) -> {
        String said = "status " + status;
        if (status >= 200 && status < 300) {
          yield new Delivery.Progress(Delivery.State.SENT, tries, now, said, now);
        }
        yield again(said, tries, status == GONE ? none() : wait(tries, chance, asked), now);
      }
    };
  }

  private static Optional<Duration> wait(int tries, double chance, Optional<Duration> asked) {
    return RetrySchedule.HOOKS.after(tries, chance, asked);
  }

  private static Optional<Duration> none() {
    return Optional.empty();
  }

  private static Delivery.Progress again(
      String said, int tries, Optional<Duration> pause, Instant now) {
    return pause
        .map(
            length ->
                new Delivery.Progress(Delivery.State.WAITING, tries, now.plus(length), said, now))
        .orElseGet(() -> new Delivery.Progress(Delivery.State.DEAD, tries, now, said, now));
  }

  static boolean isGone(HookPost.Reached reached) {
    return reached instanceof HookPost.Reached.Answered(int status, Optional<Duration> _)
        && status == GONE;
  }
}
