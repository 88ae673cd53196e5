package tapwright.server.store.card;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.card.Contacts;
import tapwright.server.record.card.OldContact;
import tapwright.server.record.card.SealedContact;
import tapwright.server.record.key.HolderKey;
import tapwright.server.store.sql.Sql;

/** {@link Contacts} in SQL. */
public final class SqlContacts implements Contacts {

  private final Sql sql;

  public SqlContacts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void put(CardId card, SellerId seller, SealedContact contact, Collection<Bytes> words) {
    sql.updateOne(
        "INSERT INTO contact (card_id, seller, sealed, holder) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (card_id) DO UPDATE"
            + " SET sealed = excluded.sealed, holder = excluded.holder",
        card.value(),
        seller.value(),
        contact.sealed(),
        contact.key().map(HolderKey::holder).orElse(null));
    dropWords(seller, card);
    for (Bytes word : words) {
      sql.update(
          "INSERT INTO contact_word (card_id, word, seller) VALUES (?, ?, ?)"
              + " ON CONFLICT DO NOTHING",
          card.value(),
          word,
          seller.value());
    }
  }

  private void dropWords(SellerId seller, CardId card) {
    sql.update(
        "DELETE FROM contact_word WHERE card_id = ? AND seller = ?", card.value(), seller.value());
  }

  @Override
  public Optional<SealedContact> sealed(SellerId seller, CardId card) {
    return sql.one(
        "SELECT sealed, holder, wrapped_key FROM contact"
            + " LEFT JOIN holder ON holder.holder_id = contact.holder"
            + " WHERE contact.card_id = ? AND contact.seller = ? AND length(contact.sealed) > 0",
        row -> new SealedContact(row.bytes("sealed"), row.maybe("holder", SqlContacts::key)),
        card.value(),
        seller.value());
  }

  private static HolderKey key(Sql.Row row) throws SQLException {
    return new HolderKey(row.text("holder"), row.bytes("wrapped_key"));
  }

  @Override
  public void erase(SellerId seller, CardId card) {
    sql.updateOne(
        "UPDATE contact SET sealed = ? WHERE card_id = ? AND seller = ?",
        Bytes.EMPTY,
        card.value(),
        seller.value());
    dropWords(seller, card);
  }

  @Override
  public boolean isAnyWithoutHolder(SellerId seller) {
    return sql.one(
            "SELECT card_id FROM contact WHERE seller = ? AND holder IS NULL LIMIT 1",
            row -> row.number("card_id"),
            seller.value())
        .isPresent();
  }

  @Override
  public List<OldContact> withoutHolder(int limit) {
    return sql.list(
        "SELECT card_id, seller, sealed FROM contact WHERE holder IS NULL LIMIT ?",
        row ->
            new OldContact(
                new CardId(row.number("card_id")),
                new SellerId(row.text("seller")),
                new SealedContact(row.bytes("sealed"), Optional.empty())),
        limit);
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
