package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** Why the seller ended an account. */
public enum Termination implements Word {
  TERMS_VIOLATION,
  PROHIBITED_CONTENT,
  SECURITY_ABUSE,
  TRANSFER,
  OTHER
}
