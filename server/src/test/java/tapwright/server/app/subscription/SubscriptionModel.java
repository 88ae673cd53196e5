package tapwright.server.app.subscription;

import java.util.HashSet;
import java.util.Set;

/**
 * What a subscription's state should be, told by a few lines that know nothing of dates: of charges
 * it keeps only which failed.
 */
final class SubscriptionModel {

  private final boolean forgiving;
  private final Set<Long> failed = new HashSet<>();
  private String state = "running";

  /**
   * A model.
   *
   * @param forgiving whether any payment ends a grace, which is wrong
   */
  SubscriptionModel(boolean forgiving) {
    this.forgiving = forgiving;
  }

  String state() {
    return state;
  }

  void failed(long charge) {
    failed.add(charge);
    if (state.equals("running")) {
      state = "grace";
    }
  }

  void paid(long charge) {
    failed.remove(charge);
    boolean owing = !failed.isEmpty() && !forgiving;
    if (!owing && (state.equals("grace") || state.equals("lapsed"))) {
      state = "running";
    }
  }

  /** What staff do; the server says whether it can be done. */
  void acted(String event) {
    state =
        switch (event) {
          case "cancelled-now" -> "deactivated";
          case "reactivated" -> "running";
          case "terminated" -> "terminated";
          case "discontinued" -> "discontinued";
          default -> state;
        };
  }

  /** What time alone may make of it. */
  boolean mayTurnInto(String other) {
    boolean ends = other.equals("deactivated") && !isOver();
    boolean lapses = other.equals("lapsed") && state.equals("grace");
    return other.equals(state) || ends || lapses;
  }

  private boolean isOver() {
    return state.equals("terminated") || state.equals("discontinued");
  }

  void turned(String other) {
    state = other;
  }
}
