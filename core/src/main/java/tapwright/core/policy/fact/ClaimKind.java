package tapwright.core.policy.fact;

import tapwright.core.policy.Word;

/** What a customer asks for, or what the seller observed; the last three are observed. */
public enum ClaimKind implements Word {
  CANCEL,
  REFUND,
  RETURN,
  REPLACE,
  EXCHANGE,
  REACTIVATE,
  DELETE_DATA,
  RESHIP,
  DISPUTE,
  TERMINATION,
  DISCONTINUATION;

  /** Whether a customer asks for it. */
  public boolean isAsked() {
    return switch (this) {
      case CANCEL, REFUND, RETURN, REPLACE, EXCHANGE, REACTIVATE, DELETE_DATA, RESHIP -> true;
      case DISPUTE, TERMINATION, DISCONTINUATION -> false;
    };
  }
}
