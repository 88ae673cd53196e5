package tapwright.core.claim;

import tapwright.core.policy.Word;

/** Who has to do what follows of a claim. */
public enum Party implements Word {
  SUPPORT,
  SUPERVISOR,
  FULFILMENT,
  SHOP
}
