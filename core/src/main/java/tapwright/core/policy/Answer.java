package tapwright.core.policy;

/** A question answered; no answer at all is unknown. */
public enum Answer implements Word {
  TRUE,
  FALSE
}
