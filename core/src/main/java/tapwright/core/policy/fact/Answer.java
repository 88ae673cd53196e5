package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** A question answered; no answer at all is unknown. */
public enum Answer implements Word {
  TRUE,
  FALSE
}
