package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** Whether a card's print is from the shelf or made for the customer. */
public enum Design implements Word {
  STOCK,
  CUSTOM
}
