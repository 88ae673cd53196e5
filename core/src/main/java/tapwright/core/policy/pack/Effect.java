package tapwright.core.policy.pack;

import tapwright.core.policy.Word;

/** What is done at the decision, beside its outcome. */
public enum Effect implements Word {
  CANCEL_NOW,
  CANCEL_AT_TERM_END,
  HOLD,
  SUSPEND,
  DOWNGRADE,
  DEACTIVATE,
  RESTORE,
  REVOKE_CARD,
  PURGE_DATA,
  NO_SETUP_FEE,
  TERMINATE
}
