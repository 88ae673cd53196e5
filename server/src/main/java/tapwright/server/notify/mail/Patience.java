package tapwright.server.notify.mail;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * How long a mail server is waited for.
 *
 * @param answer how long a connection and an answer may each take, or a part of one
 * @param talk how long all of it may take: a server that says a little for ever says so in time
 * @param alarm tells that a talk is over its time
 */
public record Patience(Duration answer, Duration talk, Alarm alarm) {

  /** A talk of a dozen quick answers may have some slow ones; with 25 s it is half of a hold. */
  private static final int SLOW_ANSWERS = 6;

  /** Does something once later. */
  @FunctionalInterface
  public interface Alarm {

    /** Done by a thread of its own; what is called off when it is of no more use. */
    CompletableFuture<Void> after(Duration pause, Runnable deed);
  }

  /** As mail servers are waited for that take so long for an answer. */
  public static Patience of(Duration answer) {
    return new Patience(answer, answer.multipliedBy(SLOW_ANSWERS), Patience::later);
  }

  private static CompletableFuture<Void> later(Duration pause, Runnable deed) {
    Executor delayed =
        CompletableFuture.delayedExecutor(
            pause.toMillis(), TimeUnit.MILLISECONDS, task -> Thread.ofVirtual().start(task));
    return CompletableFuture.runAsync(deed, delayed);
  }
}
