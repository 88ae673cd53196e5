package tapwright.core.notice;

import java.util.Arrays;
import java.util.Optional;

/** What a customer is written to of. */
public enum MailKind {
  /** A claim came in. */
  CLAIM_RECEIVED("claim-received"),
  /** A claim cannot be decided before the customer says more. */
  CLAIM_WAITING("claim-waiting"),
  /** A claim was decided. */
  CLAIM_DECIDED("claim-decided"),
  /** A card may be sent back. */
  RMA_ISSUED("rma-issued"),
  /** Money is on its way back. */
  REFUND_SENT("refund-sent");

  private final String word;

  MailKind(String word) {
    this.word = word;
  }

  /** What its phrases are called, and how it is stored. */
  public String word() {
    return word;
  }

  /** What is stored by that word. */
  public static Optional<MailKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
