package tapwright.server.app.hook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Carries messages to endpoints, and knows to which addresses nothing is carried. */
public interface HookPost {

  /**
   * What may stand there instead of the address, as far as its text tells; empty where it may be.
   * What a name leads to is looked at with every message.
   */
  Optional<String> allowedInsteadOf(String url);

  /** Sends a message once; it never fails but by a defect. */
  CompletableFuture<Reached> send(Message message);

  /**
   * A message as it leaves.
   *
   * @param headers beside those that every request has
   */
  record Message(String url, Map<String, String> headers, String body) {

    public Message {
      headers = Map.copyOf(headers);
    }

    /** Without the address and the headers, either of which may be a secret. */
    @Override
    public String toString() {
      return "a message of " + body.length() + " characters";
    }
  }

  /** What came of it. */
  sealed interface Reached {

    /**
     * The endpoint answered.
     *
     * @param retryAfter how long it wants to be left alone
     */
    record Answered(int status, Optional<Duration> retryAfter) implements Reached {}

    /**
     * Nobody answered, or nothing was sent.
     *
     * @param why in words of ours
     */
    record Missed(String why) implements Reached {}
  }
}
