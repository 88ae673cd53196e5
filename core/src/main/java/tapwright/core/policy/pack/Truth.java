package tapwright.core.policy.pack;

/** Whether a condition holds; unknown where a fact that it reads is unknown. */
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN
}
