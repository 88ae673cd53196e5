package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.key.Forgotten;
import tapwright.server.record.key.Holder;
import tapwright.server.record.key.Holders;
import tapwright.server.store.sql.Sql;

/** {@link Holders} in SQL. */
final class SqlHolders implements Holders {

  private final Sql sql;

  SqlHolders(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Holder> marked(SellerId seller, Bytes mark) {
    return sql.one(
        "SELECT * FROM holder WHERE seller = ? AND mark = ?",
        SqlHolders::read,
        seller.value(),
        mark);
  }

  @Override
  public Optional<Holder> of(SellerId seller, CardId card) {
    return sql.one(
        "SELECT holder.* FROM contact JOIN holder ON holder.holder_id = contact.holder"
            + " WHERE contact.card_id = ? AND contact.seller = ?",
        SqlHolders::read,
        card.value(),
        seller.value());
  }

  @Override
  public Optional<Holder> byId(SellerId seller, String holderId) {
    return sql.one(
        "SELECT * FROM holder WHERE seller = ? AND holder_id = ?",
        SqlHolders::read,
        seller.value(),
        holderId);
  }

  @Override
  public List<Holder> ofAccount(SellerId seller, String account) {
    return sql.list(
        "SELECT * FROM holder WHERE seller = ? AND holder_id IN"
            + " (SELECT contact.holder FROM purchase"
            + " JOIN card ON card.order_id = purchase.order_id"
            + " JOIN contact ON contact.card_id = card.card_id"
            + " WHERE purchase.seller = ? AND account = ? AND account <> '')"
            + " ORDER BY holder_id",
        SqlHolders::read,
        seller.value(),
        seller.value(),
        account);
  }

  @Override
  public List<Forgotten> forgotten() {
    return sql.list(
        "SELECT seller, holder_id, forgotten_at FROM holder WHERE forgotten_at IS NOT NULL"
            + " ORDER BY forgotten_at, holder_id",
        row ->
            new Forgotten(
                new SellerId(row.text("seller")),
                row.text("holder_id"),
                row.instant("forgotten_at")));
  }

  @Override
  public List<CardId> cards(SellerId seller, String holderId) {
    return sql.list(
        "SELECT card_id FROM contact WHERE holder = ? AND seller = ? ORDER BY card_id",
        row -> new CardId(row.number("card_id")),
        holderId,
        seller.value());
  }

  @Override
  public void add(Holder holder) {
    Holder.Known known = holder.known().orElseThrow();
    sql.updateOne(
        "INSERT INTO holder (holder_id, seller, mark, wrapped_key, created_at)"
            + " VALUES (?, ?, ?, ?, ?)",
        holder.id(),
        holder.seller().value(),
        known.mark(),
        known.wrappedKey(),
        holder.at());
  }

  @Override
  public void forget(SellerId seller, String holderId, Instant now) {
    sql.updateOne(
        "UPDATE holder SET mark = NULL, wrapped_key = NULL, forgotten_at = ?"
            + " WHERE holder_id = ? AND seller = ?",
        now,
        holderId,
        seller.value());
  }

  private static Holder read(Sql.Row row) throws SQLException {
    Optional<Instant> forgotten = row.maybe("forgotten_at", at -> at.instant("forgotten_at"));
    return new Holder(
        row.text("holder_id"),
        new SellerId(row.text("seller")),
        forgotten.isPresent() ? Optional.empty() : Optional.of(known(row)),
        forgotten.orElse(row.instant("created_at")));
  }

  private static Holder.Known known(Sql.Row row) throws SQLException {
    return new Holder.Known(row.bytes("mark"), row.bytes("wrapped_key"));
  }
}
