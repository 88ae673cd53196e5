package tapwright.server.app.mail;

import java.util.Map;
import java.util.Optional;
import tapwright.core.notice.MailKind;

/** Which of the events on record a customer is written to of. */
final class MailCause {

  private MailCause() {}

  /**
   * The mail that an event causes; empty for none.
   *
   * @param detail what the event says: a decision that asks for more is no decision to a customer,
   *     and one that a person has to look at is none yet
   */
  static Optional<MailKind> of(String event, Map<String, String> detail) {
    return switch (event) {
      case "claim.received" -> Optional.of(MailKind.CLAIM_RECEIVED);
      case "claim.decided" -> decided(detail.getOrDefault("state", ""));
      case "claim.ruled", "claim.overridden" -> Optional.of(MailKind.CLAIM_DECIDED);
      case "claim.rma-issued" -> Optional.of(MailKind.RMA_ISSUED);
      case "money.refund-refunded" -> Optional.of(MailKind.REFUND_SENT);
      default -> Optional.empty();
    };
  }

  private static Optional<MailKind> decided(String state) {
    return switch (state) {
      case "waiting" -> Optional.of(MailKind.CLAIM_WAITING);
      case "decided" -> Optional.of(MailKind.CLAIM_DECIDED);
      default -> Optional.empty();
    };
  }
}
