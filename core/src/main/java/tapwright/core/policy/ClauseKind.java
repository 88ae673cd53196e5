package tapwright.core.policy;

/** What part a clause plays in a policy. */
enum ClauseKind implements Word {
  RIGHT,
  BAR,
  /** Says what follows from something. */
  CONSEQUENCE,
  /** Leaves it to the seller. */
  DISCRETION,
  /** A condition that the customer has to meet. */
  CONDITION,
  /** Binds the seller to a due date and decides nothing. */
  DUTY;

  boolean decides() {
    return this != DUTY;
  }
}
