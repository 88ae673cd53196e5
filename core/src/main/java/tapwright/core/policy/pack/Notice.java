package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** Something that support has to look at before it acts on a decision. */
public enum Notice implements Word {
  /**
   * There may have been more uses than were counted, and had there been, the claim would get
   * something else.
   */
  USAGE_MAY_BE_HIGHER
}
