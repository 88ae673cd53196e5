package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** How a returned item's packaging was found on inspection. */
public enum Packaging implements Word {
  COMPLETE,
  MISSING
}
