package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** What must be done by a due date. */
public enum Step implements Word {
  CANCEL_EFFECTIVE,
  ACKNOWLEDGE,
  DECIDE,
  SHIP_BACK,
  INSPECT,
  REFUND
}
