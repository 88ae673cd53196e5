package tapwright.server.app.life;

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
  TIME,
  ROUND,
  PROCESS_DIES,
  STRANGER;

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
