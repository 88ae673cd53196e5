package tapwright.server.app.mail;

import tapwright.core.notice.MailKind;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailOutcome;
import tapwright.core.notice.MailTemplate;

/** The words of mails, in each language. */
public interface MailPhrases {

  MailTemplate template(MailKind kind, MailLanguage language);

  /** What a decision comes to, as a sentence. */
  String outcome(MailOutcome outcome, MailLanguage language);
}
