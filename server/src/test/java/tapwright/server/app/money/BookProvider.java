package tapwright.server.app.money;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;

/**
 * A payment provider with books of its own, whose calls go wrong as they are told to.
 *
 * <p>It keeps keys for a day, as the real one says at least, and tells of all that happens in
 * notices, which somebody else delivers.
 */
public final class BookProvider implements Payments {

  private static final Duration KEYS_KEPT = Duration.ofHours(24);

  /** What becomes of a call. */
  public enum Mishap {
    NONE,
    TAKES_TIME,
    DECLINES,
    LOSES_THE_QUESTION,
    LOSES_THE_ANSWER,
    HOLDS_THE_QUESTION_UP,
    FAILS
  }

  /** A refund in its books. */
  public record Entry(String reference, Wanted wanted, RefundState state, Instant since) {}

  private record Late(Wanted wanted, Instant arrives) {}

  private final InstantSource clock;
  public final Map<String, Entry> entries = new LinkedHashMap<>();
  public final List<PaymentNotice> notices = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();
  private Mishap next = Mishap.NONE;
  private int numbers;

  public BookProvider(InstantSource clock) {
    this.clock = clock;
  }

  /** Keeps nothing of what has come to rest. */
  public synchronized void forget() {
    entries.clear();
    notices.clear();
    late.clear();
  }

  public void next(Mishap mishap) {
    next = mishap;
  }

  @Override
  public synchronized CompletableFuture<PaymentOutcome> refund(Wanted wanted) {
    Mishap mishap = next;
    next = Mishap.NONE;
    return switch (mishap) {
      case NONE -> told(make(wanted, RefundState.REFUNDED));
      case TAKES_TIME -> told(make(wanted, RefundState.PENDING));
      case DECLINES -> CompletableFuture.completedFuture(declined(wanted));
      case LOSES_THE_QUESTION -> silent();
      case LOSES_THE_ANSWER -> {
        make(wanted, RefundState.REFUNDED);
        yield silent();
      }
      case HOLDS_THE_QUESTION_UP -> {
        late.add(new Late(wanted, clock.instant().plus(Duration.ofMinutes(50))));
        yield silent();
      }
      case FAILS -> CompletableFuture.failedFuture(new IllegalStateException("a broken wire"));
    };
  }

  private PaymentOutcome declined(Wanted wanted) {
    Entry before = byKey(wanted);
    return before == null ? new PaymentOutcome.Refused("declined") : taken(before);
  }

  private static CompletableFuture<PaymentOutcome> silent() {
    return CompletableFuture.completedFuture(new PaymentOutcome.Silent("no answer in time"));
  }

  private static CompletableFuture<PaymentOutcome> told(Entry entry) {
    return CompletableFuture.completedFuture(taken(entry));
  }

  private static PaymentOutcome taken(Entry entry) {
    return new PaymentOutcome.Taken(entry.reference(), entry.state());
  }

  @Override
  public synchronized CompletableFuture<PaymentOutcome> find(Wanted wanted) {
    Mishap mishap = next;
    next = Mishap.NONE;
    return mishap == Mishap.FAILS || mishap == Mishap.LOSES_THE_QUESTION
        ? silent()
        : CompletableFuture.completedFuture(
            entries.values().stream()
                .filter(entry -> entry.wanted().key().equals(wanted.key()))
                .findFirst()
                .<PaymentOutcome>map(BookProvider::taken)
                .orElseGet(PaymentOutcome.None::new));
  }

  private @Nullable Entry byKey(Wanted wanted) {
    return entries.values().stream()
        .filter(entry -> entry.wanted().key().equals(wanted.key()))
        .filter(entry -> clock.instant().isBefore(entry.since().plus(KEYS_KEPT)))
        .findFirst()
        .orElse(null);
  }

  private Entry make(Wanted wanted, RefundState state) {
    Entry before = byKey(wanted);
    if (before != null) {
      return before;
    }
    Entry entry = new Entry("re_" + ++numbers, wanted, state, clock.instant());
    put(entry);
    return entry;
  }

  private void put(Entry entry) {
    entries.put(entry.reference(), entry);
    tell(
        new PaymentNotice.RefundSeen(
            entry.wanted().key(),
            List.of(entry.wanted().payment()),
            entry.reference(),
            entry.state()));
  }

  private void tell(PaymentNotice.Content content) {
    notices.add(new PaymentNotice("evt_" + ++numbers, clock.instant(), content));
  }

  /** What was held up and has come by now. */
  public synchronized void arrive() {
    List<Late> come =
        late.stream().filter(one -> !clock.instant().isBefore(one.arrives())).toList();
    late.removeAll(come);
    come.forEach(one -> make(one.wanted(), RefundState.REFUNDED));
  }

  /** Lets what takes time come to its end, well or not. */
  public synchronized void finish(boolean well) {
    entries.values().stream()
        .filter(entry -> entry.state() == RefundState.PENDING)
        .toList()
        .forEach(
            entry ->
                put(
                    new Entry(
                        entry.reference(),
                        entry.wanted(),
                        well ? RefundState.REFUNDED : RefundState.FAILED,
                        entry.since())));
  }

  /** Tells of a dispute. */
  public synchronized void dispute(String id, String payment, Money amount, DisputeStatus status) {
    tell(new PaymentNotice.DisputeSeen(id, List.of(payment), amount, status));
  }

  /** What has left of a payment, by these books. */
  public synchronized long left(String payment) {
    return entries.values().stream()
        .filter(entry -> entry.wanted().payment().equals(payment))
        .filter(entry -> entry.state() == RefundState.REFUNDED)
        .mapToLong(entry -> entry.wanted().amount().minorUnits())
        .sum();
  }
}
