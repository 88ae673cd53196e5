package tapwright.core.claim;

import java.util.Set;
import tapwright.core.policy.Word;
import tapwright.core.policy.fact.Evidence;

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
  OBSERVED;

  /** What of the evidence that policies ask for is there by it. */
  public Set<Evidence> evidence() {
    return switch (this) {
      case MAIL, FORM -> Set.of(Evidence.WRITTEN);
      case API, PHONE, SHOP, CHARGEBACK_NOTICE, OBSERVED -> Set.of();
    };
  }
}
