package tapwright.server.notify.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import tapwright.server.app.mail.MailPost.Posted;

/**
 * One talk with a mail server, which knows how far it has come.
 *
 * <p>The library tells of a failure, but not whether the mail had been handed over by then; on that
 * hangs whether it may be sent again.
 */
final class SmtpTalk extends SMTPTransport {

  private static final int DONE = 250;

  private static final String NO_LOGIN = "the mail server offers no login";

  private final SmtpServer server;
  private final SmtpLine line;
  private final SmtpProgress progress;

  SmtpTalk(SmtpServer server, Session session) {
    super(
        session,
        new URLName(
            "smtp",
            server.place().host(),
            server.place().port(),
            null,
            server.account().map(SmtpServer.Account::user).orElse(null),
            server.account().map(SmtpServer.Account::password).orElse(null)),
        "smtp",
        server.place().security() == SmtpPlace.Security.TLS);
    this.server = server;
    this.line = new SmtpLine(server);
    this.progress = new SmtpProgress(line::isLate);
  }

  /** Gets to know each other; why that failed, or empty where it did not. */
  Optional<String> open() {
    try {
      connect(line.open());
      return Optional.of(NO_LOGIN).filter(why -> lacksLogin());
    } catch (AuthenticationFailedException e) {
      return Optional.of(getLastReturnCode() == DONE ? NO_LOGIN : progress.why(e));
    } catch (MessagingException e) {
      return Optional.of(lacksStartTls() ? "the mail server offers no STARTTLS" : progress.why(e));
    } catch (IOException e) {
      return Optional.of(progress.why(new MessagingException("connecting", e)));
    }
  }

  /** One that knows us by a login takes mail that it refuses from strangers, for good at times. */
  private boolean lacksLogin() {
    return server.account().isPresent() && !supportsExtension("AUTH");
  }

  /** Whether its last word was what it can do, and this is not in it. */
  private boolean lacksStartTls() {
    return getRequireStartTLS() && getLastReturnCode() == DONE && !supportsExtension("STARTTLS");
  }

  /** Hands a mail over, after the opening. */
  Posted send(MimeMessage mail, MailAddress to) {
    try {
      sendMessage(mail, new Address[] {new InternetAddress(to.text())});
      return new Posted.Sent();
    } catch (MessagingException e) {
      return progress.after(e);
    }
  }

  /** Takes leave, if it can: what the talk came to is known by now. */
  @Override
  public synchronized void close() {
    try {
      super.close();
    } catch (MessagingException ignored) {
      // It is the other side that is gone.
    } finally {
      line.close();
    }
  }

  @Override
  protected void mailFrom() throws MessagingException {
    progress.enter(SmtpProgress.Stage.SENDER);
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    progress.enter(SmtpProgress.Stage.RECEIVER);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    progress.enter(SmtpProgress.Stage.TEXT);
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    progress.enter(SmtpProgress.Stage.END);
    super.finishData();
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    progress.hear(code, getLastServerResponse());
    return code;
  }
}
