package tapwright.server.app.mail;

import java.util.Optional;
import tapwright.core.notice.MailKind;
import tapwright.core.notice.MailLanguage;
import tapwright.core.notice.MailOutcome;
import tapwright.core.notice.MailTemplate;

/** The words of mails, in each language. */
public interface MailPhrases {

  MailTemplate template(MailKind kind, MailLanguage language);

  /** What is asked for by the word that policies use; empty where it has no phrase. */
  Optional<String> evidence(String word, MailLanguage language);

  /** What stands between the things of a list. */
  String comma(MailLanguage language);

  /** What a decision comes to, as a sentence. */
  String outcome(MailOutcome outcome, MailLanguage language);
}
