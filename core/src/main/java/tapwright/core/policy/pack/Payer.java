package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** Who pays the shipping. */
public enum Payer implements Word {
  SELLER,
  CUSTOMER
}
