package tapwright.server.app.mail;

import java.util.Map;
import java.util.Set;
import tapwright.core.notice.MailKind;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.mail.Mail;

/**
 * Whether a customer was asked for the same things just before: a claim is decided anew with each
 * fact, and waits for what it waited for.
 */
final class SaidBefore {

  /** Nobody got these. */
  private static final Set<Mail.State> LOST = Set.of(Mail.State.DEAD, Mail.State.NOBODY);

  private SaidBefore() {}

  static boolean is(Records records, Card card, MailKind kind, Map<String, String> detail) {
    return kind == MailKind.CLAIM_WAITING
        && records.mails().decisions(card.seller(), card.id()).stream()
            .filter(mail -> isSame(mail.detail(), detail, "claimId"))
            .findFirst()
            .filter(last -> last.kind() == kind && !LOST.contains(last.progress().state()))
            .filter(last -> isSame(last.detail(), detail, "missing"))
            .isPresent();
  }

  private static boolean isSame(Map<String, String> one, Map<String, String> other, String name) {
    return one.getOrDefault(name, "").equals(other.getOrDefault(name, ""));
  }
}
