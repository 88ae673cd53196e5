package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** Why a claim is made, as it was classed. */
public enum Reason implements Word {
  CHANGE_OF_MIND,
  UNUSED,
  DISSATISFIED,
  DAMAGED_IN_TRANSIT,
  DEFECTIVE,
  NOT_WORKING,
  NOT_RECEIVED,
  WRONG_CONTENT,
  SERVICE_INTERRUPTION,
  THIRD_PARTY,
  DOWNGRADE,
  AFTER_CANCELLATION,
  UNSPECIFIED
}
