package tapwright.core.notice;

import java.util.Arrays;
import java.util.Optional;

/** An event that a customer gets a mail of. */
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

  private final String event;

  MailKind(String event) {
    this.event = event;
  }

  /** What the event is called in the outbox. */
  public String event() {
    return event;
  }

  /** The mail that the event causes; empty for none. */
  public static Optional<MailKind> of(String event) {
    return Arrays.stream(values()).filter(kind -> kind.event.equals(event)).findFirst();
  }
}
