package tapwright.core.claim;

import tapwright.core.policy.Word;

/** What becomes of goods that came back. */
public enum Disposition implements Word {
  RESTOCK,
  SCRAP,
  SEND_BACK
}
