package tapwright.server.store.mail;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.notice.MailKind;
import tapwright.server.record.list.Page;
import tapwright.server.record.mail.Mail;
import tapwright.server.record.mail.Mails;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.ListQuery;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Mails} in SQL. */
public final class SqlMails implements Mails {

  private final Sql sql;

  public SqlMails(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(Mail mail) {
    sql.update(
        "INSERT INTO mail (card_id, event_id, mail_id, seller, kind, detail, state, tries, next_at,"
            + " last_answer, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (card_id, event_id) DO NOTHING",
        mail.card().value(),
        mail.event(),
        mail.id(),
        mail.seller().value(),
        mail.kind().word(),
        Json.write(mail.detail()),
        Words.of(mail.progress().state()),
        mail.progress().tries(),
        mail.progress().nextAt(),
        mail.progress().lastAnswer(),
        mail.createdAt(),
        mail.progress().at());
  }

  @Override
  public List<Mail> due(Instant now, int limit) {
    return sql.list(
        "SELECT mail.* FROM mail LEFT JOIN outbox ON outbox.event_id = mail.event_id"
            + " WHERE state IN ('waiting', 'begun') AND next_at <= ?"
            + " ORDER BY next_at, place, mail_id LIMIT ?",
        SqlMails::read,
        now,
        limit);
  }

  @Override
  public List<Mail> decisions(SellerId seller, CardId card) {
    return sql.list(
        "SELECT mail.* FROM mail LEFT JOIN outbox ON outbox.event_id = mail.event_id"
            + " WHERE mail.card_id = ? AND mail.seller = ? AND mail.kind IN (?, ?)"
            + " ORDER BY mail.created_at DESC, place DESC",
        SqlMails::read,
        card.value(),
        seller.value(),
        MailKind.CLAIM_WAITING.word(),
        MailKind.CLAIM_DECIDED.word());
  }

  @Override
  public boolean advance(Mail before, Mail.Progress next) {
    return sql.update(
            "UPDATE mail SET state = ?, tries = ?, next_at = ?, last_answer = ?, changed_at = ?"
                + " WHERE card_id = ? AND event_id = ? AND seller = ?"
                + " AND state = ? AND tries = ?",
            Words.of(next.state()),
            next.tries(),
            next.nextAt(),
            next.lastAnswer(),
            next.at(),
            before.card().value(),
            before.event(),
            before.seller().value(),
            Words.of(before.progress().state()),
            before.progress().tries())
        == 1;
  }

  @Override
  public List<Mail> list(SellerId seller, Optional<Mail.State> state, Page page) {
    return new ListQuery("SELECT * FROM mail WHERE seller = ?", seller.value())
        .and("state = ?", state.map(Words::of))
        .newestFirst("created_at", "mail_id", page)
        .on(sql, SqlMails::read);
  }

  @Override
  public int drop(Mail.State end, Instant before, int limit) {
    return sql.update(
        "DELETE FROM mail WHERE (card_id, event_id) IN (SELECT card_id, event_id"
            + " FROM mail WHERE state = ? AND changed_at < ? ORDER BY changed_at LIMIT ?)",
        Words.of(end),
        before,
        limit);
  }

  private static Mail read(Sql.Row row) throws SQLException {
    return new Mail(
        row.text("mail_id"),
        new SellerId(row.text("seller")),
        new CardId(row.number("card_id")),
        row.text("event_id"),
        MailKind.of(row.text("kind")).orElseThrow(),
        Json.readMap(row.text("detail")),
        new Mail.Progress(
            Words.read(Mail.State.class, row.text("state")),
            (int) row.number("tries"),
            row.instant("next_at"),
            row.text("last_answer"),
            row.instant("changed_at")),
        row.instant("created_at"));
  }
}
