package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** What kind of thing an order's line sells. */
public enum Line implements Word {
  SUBSCRIPTION,
  CARD,
  PLAQUE,
  ACCESSORY,
  DIGITAL,
  SERVICE,
  SETUP_FEE,
  GIFT_CARD
}
