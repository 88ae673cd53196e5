package tapwright.server.app.life;

import java.util.EnumSet;
import java.util.Set;

/** What can happen in a life. */
enum Act {
  MAKE,
  GIVE_OUT,
  CARD_STEP,
  HOLD,
  RELEASE,
  REPLACE,
  TAP,
  TWO_TAPS,
  SCAN,
  LEAD_ELSEWHERE,
  END,
  CONTACT,
  FORGET,
  CLAIM,
  EVIDENCE,
  ANSWER,
  RULE,
  OVERRIDE,
  APPEAL,
  CLOSE,
  TASK,
  RMA,
  PARCEL,
  INSPECT,
  DISPOSE,
  REFUND,
  TWO_REFUNDS,
  DISPUTE,
  NOTICES,
  PROVIDER_FINISHES,
  ADOPT,
  TIME,
  CLOCK_STEPS,
  ROUND,
  PROCESS_DIES,
  STRANGER;

  private static final Set<Act> ABOUT_ALL =
      EnumSet.of(
          ADOPT, NOTICES, PROVIDER_FINISHES, TIME, CLOCK_STEPS, ROUND, PROCESS_DIES, STRANGER);

  private static final Set<Act> ABOUT_CLAIMS =
      EnumSet.of(
          CLAIM, EVIDENCE, ANSWER, RULE, OVERRIDE, APPEAL, CLOSE, TASK, RMA, PARCEL, INSPECT,
          DISPOSE, SCAN);

  /** Whether things of more than one order may be others after it. */
  boolean spansOrders() {
    return ABOUT_ALL.contains(this);
  }

  /** Whether what is kept of claims may be another after it. */
  boolean isAboutClaims() {
    return ABOUT_CLAIMS.contains(this);
  }

  /**
   * One of them with all that chance says about it, so that it is the same whatever else is left
   * out of a life.
   */
  record Drawn(Act act, long seed) {
    @Override
    public String toString() {
      return act + "(" + seed + ")";
    }
  }
}
