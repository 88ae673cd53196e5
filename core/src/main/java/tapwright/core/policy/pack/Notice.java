package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** Something that support has to look at before it acts on a decision. */
public enum Notice implements Word {
  /**
   * The chips were read more often than the server saw, and were these reads uses, the claim would
   * get something else.
   */
  USAGE_MAY_BE_HIGHER
}
