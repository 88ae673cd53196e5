package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** Which level of service a subscription buys. */
public enum Plan implements Word {
  BASIC,
  PRO,
  STANDARD
}
