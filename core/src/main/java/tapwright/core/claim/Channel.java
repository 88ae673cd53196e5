package tapwright.core.claim;

import tapwright.core.policy.Word;

/** The way by which a claim came. */
public enum Channel implements Word {
  /** By a request to the API that says no more. */
  API,
  MAIL,
  PHONE,
  FORM,
  SHOP,
  /** By a notice of the bank or of the payment provider. */
  CHARGEBACK_NOTICE,
  /** Nobody asks: the seller saw it. */
  OBSERVED
}
