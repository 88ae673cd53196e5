package tapwright.core.policy;

/** Who pays the shipping. */
public enum Payer implements Word {
  SELLER,
  CUSTOMER
}
