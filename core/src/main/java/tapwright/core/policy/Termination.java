package tapwright.core.policy;

/** Why the seller ended an account. */
public enum Termination implements Word {
  TERMS_VIOLATION,
  PROHIBITED_CONTENT,
  SECURITY_ABUSE,
  TRANSFER,
  OTHER
}
