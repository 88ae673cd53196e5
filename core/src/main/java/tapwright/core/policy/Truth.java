package tapwright.core.policy;

/** Whether a condition holds; unknown where a fact that it reads is unknown. */
enum Truth {
  TRUE,
  FALSE,
  UNKNOWN
}
