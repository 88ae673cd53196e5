package tapwright.server.http;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tapwright.server.app.mail.ListMails;
import tapwright.server.record.list.Page;
import tapwright.server.record.list.Place;
import tapwright.server.record.mail.Mail;

/** What became of mails to customers. */
final class MailRoutes {

  private final ListMails listMails;

  MailRoutes(ListMails listMails) {
    this.listMails = listMails;
  }

  CompletableFuture<Reply> list(Request request) {
    Page page = Cursor.page(request);
    return listMails
        .of(
            request.caller(),
            request.query("state").map(word -> CardJson.read(Mail.State.class, word)),
            page)
        .thenApply(mails -> Reply.ok(MailList.of(mails, page)));
  }

  /** Mails, and where the next ones begin. */
  record MailList(List<MailJson> mails, @Nullable String next) {

    static MailList of(List<Mail> mails, Page page) {
      return new MailList(
          mails.stream().map(MailJson::of).toList(),
          Cursor.next(page, mails, mail -> new Place(mail.createdAt(), mail.id())));
    }
  }

  /** A mail as the API shows it, without whom it goes to. */
  record MailJson(
      String mailId,
      String cardId,
      String event,
      String eventId,
      String state,
      int tries,
      @Nullable Instant nextAt,
      String lastAnswer,
      Instant createdAt,
      Instant changedAt) {

    static MailJson of(Mail mail) {
      Mail.Progress progress = mail.progress();
      return new MailJson(
          mail.id(),
          mail.card().toString(),
          mail.kind().word(),
          mail.event(),
          CardJson.word(progress.state()),
          progress.tries(),
          progress.state() == Mail.State.WAITING ? progress.nextAt() : null,
          progress.lastAnswer(),
          mail.createdAt(),
          progress.at());
    }
  }
}
