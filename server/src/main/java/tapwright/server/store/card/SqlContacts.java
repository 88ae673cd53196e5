package tapwright.server.store.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.card.Contacts;
import tapwright.server.store.sql.Sql;

/** {@link Contacts} in SQL. */
public final class SqlContacts implements Contacts {

  private final Sql sql;

  public SqlContacts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void put(CardId card, SellerId seller, Bytes sealed, Collection<Bytes> words) {
    sql.updateOne(
        "INSERT INTO contact (card_id, seller, sealed) VALUES (?, ?, ?)"
            + " ON CONFLICT (card_id) DO UPDATE SET sealed = excluded.sealed",
        card.value(),
        seller.value(),
        sealed);
    sql.update("DELETE FROM contact_word WHERE card_id = ?", card.value());
    for (Bytes word : words) {
      sql.update(
          "INSERT INTO contact_word (card_id, word, seller) VALUES (?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          card.value(),
          word,
          seller.value());
    }
  }

  @Override
  public Optional<Bytes> sealed(CardId card) {
    return sql.one(
        "SELECT sealed FROM contact WHERE card_id = ?", row -> row.bytes("sealed"), card.value());
  }

  @Override
  public List<CardId> find(SellerId seller, Collection<Bytes> words, int limit) {
    if (words.isEmpty()) {
      return List.of();
    }
    String oneWord = "SELECT card_id FROM contact_word WHERE seller = ? AND word = ?";
    List<Object> values = new ArrayList<>();
    for (Bytes word : words) {
      values.add(seller.value());
      values.add(word);
    }
    values.add(limit);
    return sql.list(
        String.join(" INTERSECT ", Collections.nCopies(words.size(), oneWord))
            + " ORDER BY card_id LIMIT ?",
        row -> new CardId(row.number("card_id")),
        values.toArray());
  }
}
