package tapwright.core.policy;

/** Which level of service a subscription buys. */
public enum Plan implements Word {
  BASIC,
  PRO,
  STANDARD
}
