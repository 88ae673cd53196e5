package tapwright.server.app.life;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;

/** What an order's money should be by now: sums in the smallest unit, added up anew each time. */
final class MoneyModel {

  final Map<String, Long> captured = new HashMap<>();
  final Map<String, Back> back = new HashMap<>();
  final Map<String, Quarrel> quarrels = new HashMap<>();

  /** Money that goes back. */
  record Back(String line, long amount, RefundState state) {
    boolean isGone() {
      return state != RefundState.RELEASED && state != RefundState.FAILED;
    }
  }

  /** A dispute; the latest word counts. */
  record Quarrel(long amount, DisputeStatus status, Instant at) {
    boolean takes() {
      return status == DisputeStatus.INQUIRY
          || status == DisputeStatus.CHARGEBACK
          || status == DisputeStatus.LOST;
    }
  }

  long left(String line) {
    return Math.max(0, captured.getOrDefault(line, 0L) - sum(line));
  }

  /** All lines came with one payment. */
  long left() {
    long taken = quarrels.values().stream().filter(Quarrel::takes).mapToLong(Quarrel::amount).sum();
    long all = captured.values().stream().mapToLong(Long::longValue).sum();
    return Math.max(0, all - sum(null) - taken);
  }

  long mayGoBack(String line) {
    return Math.min(left(line), left());
  }

  private long sum(@Nullable String line) {
    return back.values().stream()
        .filter(one -> line == null || one.line().equals(line))
        .filter(Back::isGone)
        .mapToLong(Back::amount)
        .sum();
  }
}
