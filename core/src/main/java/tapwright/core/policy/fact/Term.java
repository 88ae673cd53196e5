package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** For how long a subscription is bought at a time. */
public enum Term implements Word {
  MONTHLY,
  ANNUAL,
  MULTI_YEAR,
  ENTERPRISE
}
