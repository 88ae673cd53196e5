package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import tapwright.server.store.upkeep.Session;

/** Whether contacts and their holders' keys go together, as far as can be seen without any key. */
final class ContactCheck {

  private static final String ROWS =
      """
      SELECT contact.card_id, length(contact.sealed) AS bytes, contact.holder,
        holder.holder_id AS found, holder.forgotten_at,
        coalesce(holder.seller = contact.seller, FALSE) AS of_one_seller,
        EXISTS (SELECT 1 FROM contact_word WHERE contact_word.card_id = contact.card_id) AS words
      FROM contact LEFT JOIN holder ON holder.holder_id = contact.holder
      ORDER BY contact.card_id
      """;

  private ContactCheck() {}

  static CheckResult run(Session session) {
    Findings findings = new Findings(Check.CONTACTS);
    session.each(ROWS, row -> look(row, findings));
    long old = session.number("SELECT count(*) FROM contact WHERE holder IS NULL");
    if (old > 0) {
      findings.note(old + " contacts of an earlier version wait to be put under holders' keys");
    }
    return findings.result();
  }

  private static void look(ResultSet row, Findings findings) throws SQLException {
    Optional<String> wrong = wrongIn(row);
    if (wrong.isPresent()) {
      findings.differs(Findings.card(row.getLong("card_id")) + wrong.get());
    } else {
      findings.inOrder();
    }
  }

  private static Optional<String> wrongIn(ResultSet row) throws SQLException {
    boolean hasBytes = row.getLong("bytes") > 0;
    if (row.getString("holder") == null) {
      return hasBytes ? Optional.empty() : Optional.of(", its contact has no bytes");
    }
    if (row.getString("found") == null || !row.getBoolean("of_one_seller")) {
      return Optional.of(", its contact's holder is not among the holders of its seller");
    }
    boolean forgotten = row.getObject("forgotten_at") != null;
    if (forgotten) {
      return hasBytes || row.getBoolean("words")
          ? Optional.of(", its contact or its words are there, though its holder is forgotten")
          : Optional.empty();
    }
    return hasBytes
        ? Optional.empty()
        : Optional.of(", its contact has no bytes, though its holder is not forgotten");
  }
}
