package tapwright.server.notify.mail;

import jakarta.mail.Session;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * A mail server that takes mail from us, and how it is spoken to.
 *
 * @param account as whom; empty where it asks nobody
 * @param patience how long a connection, an answer and all of a talk may take
 * @param tls makes encrypted connections, and says whose certificates are trusted
 */
public record SmtpServer(
    SmtpPlace place, Optional<Account> account, Patience patience, SSLSocketFactory tls) {

  /** Whom a mail server knows us as. */
  public record Account(String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return user;
    }
  }

  /**
   * What the library is told; the names are those of its package {@code smtp}.
   *
   * @param domain what we say that we are: its default would ask the network for this host's name
   */
  Session session(String domain) {
    Properties settings = new Properties();
    settings.put("mail.smtp.timeout", String.valueOf(patience.answer().toMillis()));
    settings.put("mail.smtp.localhost", domain);
    settings.put("mail.smtp.quitwait", "false");
    settings.put("mail.smtp.auth", String.valueOf(account.isPresent()));
    settings.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    secure(settings);
    return Session.getInstance(settings);
  }

  private void secure(Properties settings) {
    String startTls = String.valueOf(place.security() == SmtpPlace.Security.STARTTLS);
    settings.put("mail.smtp.starttls.enable", startTls);
    settings.put("mail.smtp.starttls.required", startTls);
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    settings.put("mail.smtp.ssl.socketFactory", tls);
    settings.put("mail.smtp.socketFactory.fallback", "false");
  }
}
