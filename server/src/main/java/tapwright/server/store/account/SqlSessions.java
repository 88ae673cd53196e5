package tapwright.server.store.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.account.Session;
import tapwright.server.record.account.Sessions;
import tapwright.server.store.sql.Sql;

/** {@link Sessions} in SQL. */
public final class SqlSessions implements Sessions {

  private final Sql sql;

  public SqlSessions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Session> byHash(Bytes hash) {
    return sql.one("SELECT * FROM session WHERE hash = ?", SqlSessions::read, hash);
  }

  @Override
  public void add(Session session) {
    sql.updateOne(
        "INSERT INTO session (hash, seller, account_id, opened_at, seen_at) VALUES (?, ?, ?, ?, ?)",
        session.hash(),
        session.seller().value(),
        session.account(),
        session.openedAt(),
        session.seenAt());
  }

  @Override
  public void seen(SellerId seller, Bytes hash, Instant at) {
    sql.update(
        "UPDATE session SET seen_at = ? WHERE seller = ? AND hash = ?", at, seller.value(), hash);
  }

  @Override
  public void end(SellerId seller, Bytes hash) {
    sql.update("DELETE FROM session WHERE seller = ? AND hash = ?", seller.value(), hash);
  }

  @Override
  public int endAll(SellerId seller, String account) {
    return sql.update(
        "DELETE FROM session WHERE seller = ? AND account_id = ?", seller.value(), account);
  }

  @Override
  public void forgetOpenedBefore(SellerId seller, Instant before) {
    sql.update("DELETE FROM session WHERE seller = ? AND opened_at < ?", seller.value(), before);
  }

  private static Session read(Sql.Row row) throws SQLException {
    return new Session(
        row.bytes("hash"),
        new SellerId(row.text("seller")),
        row.text("account_id"),
        row.instant("opened_at"),
        row.instant("seen_at"));
  }
}
