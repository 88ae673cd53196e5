package tapwright.core.policy;

/** What must be done by a due date. */
public enum Step implements Word {
  CANCEL_EFFECTIVE,
  ACKNOWLEDGE,
  DECIDE,
  SHIP_BACK,
  INSPECT,
  REFUND
}
