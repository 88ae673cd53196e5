package tapwright.core.policy.fact;

import java.util.List;

/** A fact that is false unless stated. */
public enum Flag implements Fact {
  PERSONALISED("personalised"),
  SALE_PRICE("salePrice"),
  NON_REFUNDABLE_STATED("nonRefundableStated"),
  OPENED("opened"),
  USED("used"),
  RISK_FLAG("riskFlag"),
  TROUBLESHOOTING("troubleshooting"),
  SUPPORT_CONTACTED("supportContacted"),
  SETUP_FEE_PAID("setupFeePaid");

  public static final List<Flag> ALL = List.of(values());

  private final String key;

  Flag(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }
}
