package tapwright.server.store.card;

import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.card.Protection;
import tapwright.server.record.card.Protections;
import tapwright.server.store.sql.Sql;

/** {@link Protections} in SQL. */
public final class SqlProtections implements Protections {

  private final Sql sql;

  public SqlProtections(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(CardId card, SellerId seller, Protection protection) {
    sql.updateOne(
        "INSERT INTO protection (card_id, seller, lock, sealed) VALUES (?, ?, ?, ?)",
        card.value(),
        seller.value(),
        protection.lock(),
        protection.sealed().orElse(null));
  }

  @Override
  public Optional<Protection> of(SellerId seller, CardId card) {
    return sql.one(
        "SELECT lock, sealed FROM protection WHERE card_id = ? AND seller = ?",
        row -> new Protection(row.yes("lock"), row.maybe("sealed", some -> some.bytes("sealed"))),
        card.value(),
        seller.value());
  }
}
