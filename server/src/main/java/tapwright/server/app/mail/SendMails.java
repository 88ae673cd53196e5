package tapwright.server.app.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.notice.RetrySchedule;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.mail.Mail;

/**
 * Sends mail, each once: that it is begun is on record before it leaves, and what came of it after.
 *
 * <p>What was begun by a node that is gone may have been sent. It is not sent again, since a mail
 * cannot be taken back, but stays on record as unknown, and the log says so.
 */
public final class SendMails {

  /** How long a node may take with a mail. */
  public static final Duration HOLD = Duration.ofMinutes(5);

  private static final int PART = 20;
  private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);

  private final Ledger ledger;
  private final WriteLetter writeLetter;
  private final MailPost post;
  private final RandomGenerator random;
  private final InstantSource clock;

  /**
   * The sending as one node does it.
   *
   * @param way what mails are written by, and what they go through
   * @param random for how much later than planned a mail is tried again
   */
  public SendMails(Ledger ledger, Way way, RandomGenerator random, InstantSource clock) {
    this.ledger = ledger;
    this.writeLetter = new WriteLetter(way.seal(), way.phrases());
    this.post = way.post();
    this.random = random;
    this.clock = clock;
  }

  /** What mails need to leave. */
  public record Way(ContactSeal seal, MailPhrases phrases, MailPost post) {}

  /** A mail that this node sends. */
  private record Begun(Mail mail, MailPost.Letter letter) {}

  /** Sends what is due, one after the other; answers how much was looked at. */
  public CompletableFuture<Integer> round() {
    Instant now = clock.instant();
    return ledger
        .readAcrossSellers(records -> records.mails().due(now, PART))
        .thenCompose(this::sendAll);
  }

  private CompletableFuture<Integer> sendAll(List<Mail> due) {
    CompletableFuture<Integer> all = CompletableFuture.completedFuture(0);
    for (Mail mail : due) {
      all = all.thenCompose(before -> send(mail).thenApply(done -> before + 1));
    }
    return all;
  }

  private CompletableFuture<Boolean> send(Mail mail) {
    Instant now = clock.instant();
    if (mail.progress().state() == Mail.State.BEGUN) {
      return note(mail, ended(Mail.State.UNKNOWN, mail, "its node was gone", now));
    }
    return ledger
        .write(mail.seller(), records -> begin(records, mail, now))
        .thenCompose(
            begun -> begun.map(this::post).orElse(CompletableFuture.completedFuture(false)));
  }

  /** Empty where another node was faster, or nobody is there to be written to. */
  private Optional<Begun> begin(Records records, Mail mail, Instant now) {
    Optional<MailPost.Letter> letter = writeLetter.of(records, mail);
    Mail.Progress next =
        letter.isPresent()
            ? new Mail.Progress(
                Mail.State.BEGUN, mail.progress().tries() + 1, now.plus(HOLD), "", now)
            : ended(Mail.State.NOBODY, mail, "no address", now);
    boolean ours = records.mails().advance(mail, next);
    return letter.filter(written -> ours).map(written -> new Begun(mail.with(next), written));
  }

  private CompletableFuture<Boolean> post(Begun begun) {
    return post.post(begun.letter())
        .thenCompose(posted -> note(begun.mail(), after(posted, begun.mail())));
  }

  private Mail.Progress after(MailPost.Posted posted, Mail mail) {
    Instant now = clock.instant();
    return switch (posted) {
      case MailPost.Posted.Sent() -> ended(Mail.State.SENT, mail, "sent", now);
      case MailPost.Posted.Unknown(String why) -> ended(Mail.State.UNKNOWN, mail, why, now);
      case MailPost.Posted.Refused(String why) -> ended(Mail.State.DEAD, mail, why, now);
      case MailPost.Posted.NotSent(String why) ->
          RetrySchedule.MAIL
              .after(mail.progress().tries(), random.nextDouble(), Optional.empty())
              .map(
                  pause ->
                      new Mail.Progress(
                          Mail.State.WAITING, mail.progress().tries(), now.plus(pause), why, now))
              .orElseGet(() -> ended(Mail.State.DEAD, mail, why, now));
    };
  }

  private static Mail.Progress ended(Mail.State state, Mail mail, String why, Instant now) {
    return new Mail.Progress(state, mail.progress().tries(), now, why, now);
  }

  private CompletableFuture<Boolean> note(Mail mail, Mail.Progress next) {
    return ledger
        .write(mail.seller(), records -> records.mails().advance(mail, next))
        .thenApply(
            ours -> {
              if (ours) {
                say(mail, next);
              }
              return ours;
            });
  }

  private static void say(Mail mail, Mail.Progress next) {
    if (next.state() == Mail.State.UNKNOWN || next.state() == Mail.State.DEAD) {
      LOG.warn(
          "mail {} of event {} is {}: {}",
          mail.id(),
          mail.event(),
          next.state(),
          next.lastAnswer());
    } else if (next.state() == Mail.State.WAITING) {
      LOG.warn(
          "mail {} of event {} was not sent and is tried again after {}: {}",
          mail.id(),
          mail.event(),
          next.nextAt(),
          next.lastAnswer());
    }
  }
}
