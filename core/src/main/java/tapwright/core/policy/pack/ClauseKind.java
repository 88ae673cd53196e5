package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** What part a clause plays in a policy. */
public enum ClauseKind implements Word {
  RIGHT,
  BAR,
  /** Says what follows from something. */
  CONSEQUENCE,
  /** Leaves it to the seller. */
  DISCRETION,
  /** Something that the customer has to bring or do. */
  CONDITION,
  /** Binds the seller, mostly to a due date, and decides nothing. */
  DUTY,
  /** Says which version of the policy rules an order. */
  VERSION,
  /** Decides nothing by itself: advice, or words that another clause carries out. */
  NOTE;

  /** Whether an outcome follows from it. */
  public boolean decides() {
    return switch (this) {
      case RIGHT, BAR, CONSEQUENCE, DISCRETION, CONDITION -> true;
      case DUTY, VERSION, NOTE -> false;
    };
  }
}
