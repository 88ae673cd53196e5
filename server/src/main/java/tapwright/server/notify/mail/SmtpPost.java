package tapwright.server.notify.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tapwright.server.app.mail.MailPost;

/** {@link MailPost} to a mail server by SMTP (RFC 5321), a connection a mail. */
public final class SmtpPost implements MailPost {

  private final SmtpServer server;
  private final String from;
  private final InstantSource clock;
  private final Executor executor;

  /**
   * A mail server.
   *
   * @param from who writes
   * @param executor may wait for the network
   */
  public SmtpPost(SmtpServer server, String from, InstantSource clock, Executor executor) {
    this.server = server;
    this.from = from;
    this.clock = clock;
    this.executor = executor;
  }

  @Override
  public CompletableFuture<Posted> post(Letter letter) {
    return MailAddress.of(letter.to())
        .map(to -> CompletableFuture.supplyAsync(() -> sent(letter, to), executor))
        .orElseGet(() -> CompletableFuture.completedFuture(MailFile.NO_ADDRESS));
  }

  private Posted sent(Letter letter, MailAddress to) {
    Session session = session();
    try (SmtpTalk talk = new SmtpTalk(server, session)) {
      return talk.open()
          .<Posted>map(Posted.NotSent::new)
          .orElseGet(() -> talk.send(message(session, letter, to), to));
    }
  }

  /** Why the mail server would take no mail; empty where it says nothing against us. */
  public Optional<String> objection() {
    try (SmtpTalk talk = new SmtpTalk(server, session())) {
      return talk.open();
    }
  }

  private Session session() {
    return server.session(from.substring(from.indexOf('@') + 1));
  }

  private MimeMessage message(Session session, Letter letter, MailAddress to) {
    String file = MailFile.of(letter, from, to, clock.instant());
    try {
      return new MimeMessage(
          session, new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    } catch (MessagingException e) {
      throw new IllegalStateException("what we wrote is no mail: " + letter, e);
    }
  }
}
