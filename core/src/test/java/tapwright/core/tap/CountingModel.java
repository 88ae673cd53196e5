package tapwright.core.tap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The rules of counting as docs/taps.md says them, over a plain list of what was counted. */
final class CountingModel {

  private record Highest(int counter, Instant at) {}

  private final int baseline;
  private final boolean signed;
  private final TreeSet<Integer> counted = new TreeSet<>();
  private final List<Highest> highest = new ArrayList<>();

  CountingModel(int baseline, boolean signed) {
    this.baseline = baseline;
    this.signed = signed;
  }

  Reason take(int counter, Instant at) {
    Reason reason = reason(counter, at);
    boolean late = reason == Reason.LATE_COUNTER;
    if (late || reason == Reason.NEW_COUNTER || reason == Reason.QUICK_SUCCESSION) {
      counted.add(counter);
    }
    return reason;
  }

  private Reason reason(int counter, Instant at) {
    if (counter <= baseline) {
      return Reason.STATION_READ;
    }
    if (counted.contains(counter)) {
      return Reason.COUNTER_SEEN;
    }
    if (counter < last()) {
      boolean inWindow = last() - counter < 64;
      return inWindow || !signed ? Reason.LATE_COUNTER : Reason.COUNTER_TOO_OLD;
    }
    highest.add(new Highest(counter, at));
    return atOnce(1) && atOnce(2) ? Reason.QUICK_SUCCESSION : Reason.NEW_COUNTER;
  }

  /** Whether the highest so many before the last one came at once after the one before it. */
  private boolean atOnce(int back) {
    int index = highest.size() - back;
    if (index < 1) {
      return false;
    }
    Duration apart = Duration.between(highest.get(index - 1).at(), highest.get(index).at());
    return !apart.isNegative() && apart.toMillis() < 1500;
  }

  int last() {
    return counted.isEmpty() ? baseline : counted.last();
  }

  int seen() {
    return counted.size();
  }

  int missed() {
    int missed = 0;
    for (int value = baseline + 1; value <= last(); value++) {
      missed += counted.contains(value) ? 0 : 1;
    }
    return missed;
  }
}
