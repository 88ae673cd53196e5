package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tapwright.server.store.upkeep.Session;

/**
 * Rows that others name are there: by the engine's foreign keys, and where there are none on
 * purpose.
 */
final class ReferenceCheck {

  /**
   * Tables that rely on cards without a foreign key: for what hits are written to it would cost a
   * lookup a hit. Hits themselves are left out: each has a row in a roll-up of its card, or differs
   * there.
   */
  private static final List<String> OF_CARDS =
      List.of("read_counter", "used_counter", "usage_day", "folded_tap", "station_event");

  /** Tables that name claims by their key alone, where they name any. */
  private static final List<String> OF_CLAIMS = List.of("deadline", "refund");

  private final Session session;
  private final Findings findings = new Findings(Check.REFERENCES);

  private ReferenceCheck(Session session) {
    this.session = session;
  }

  static CheckResult run(Session session) {
    ReferenceCheck check = new ReferenceCheck(session);
    // First those with keys that people can look up.
    OF_CARDS.forEach(table -> check.rows(new Named(table, "card_id", "card")));
    OF_CLAIMS.forEach(table -> check.rows(new Named(table, "claim_id", "claim")));
    check.emptyOrders();
    check.foreignKeys();
    return check.findings.result();
  }

  /** Those alone that the engine knows of. */
  static CheckResult ofEngine(Session session) {
    ReferenceCheck check = new ReferenceCheck(session);
    check.foreignKeys();
    return check.findings.result();
  }

  private void foreignKeys() {
    switch (session.engine()) {
      case SQLITE -> keysOfSqlite();
      case POSTGRESQL -> {
        constraintsOfPostgres();
        ForeignKeys.of(session).forEach(this::keyOfPostgres);
      }
    }
  }

  /** A column that is another table's key; NULL and the empty text name nothing. */
  private record Named(String table, String column, String other) {}

  /** SQLite tells tables, and no keys of tables without a rowid. */
  private void keysOfSqlite() {
    session.each(
        "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2",
        row ->
            findings.differs(
                "%d of %s name rows of %s that are not there"
                    .formatted(row.getLong(3), row.getString(1), row.getString(2))));
    findings.inOrder();
  }

  private void constraintsOfPostgres() {
    session.each(
        "SELECT conname, conrelid::regclass::text, convalidated FROM pg_constraint c"
            + " JOIN pg_namespace n ON n.oid = c.connamespace"
            + " WHERE n.nspname = current_schema()",
        row -> {
          if (row.getBoolean(3)) {
            findings.inOrder();
          } else {
            findings.differs(
                "constraint " + row.getString(1) + " of " + row.getString(2) + " is not valid");
          }
        });
  }

  /** Whoever may switch the engine's triggers off is not held by its foreign keys either. */
  private void keyOfPostgres(ForeignKeys.Key key) {
    session.each(key.danglingRows(), row -> notThere(key.table(), key.other(), row));
  }

  private void rows(Named named) {
    findings.inOrder();
    session.each(
        ("SELECT DISTINCT %2$s FROM %1$s WHERE %2$s IS NOT NULL AND CAST(%2$s AS TEXT) <> ''"
                + " AND NOT EXISTS (SELECT 1 FROM %3$s WHERE %3$s.%2$s = %1$s.%2$s)")
            .formatted(named.table(), named.column(), named.other()),
        row -> notThere(named.table(), named.other(), row));
  }

  private void notThere(String table, String other, ResultSet row) throws SQLException {
    boolean isCard = other.equals("card");
    findings.differs(
        "%s has rows of %s, which is not there"
            .formatted(
                table, isCard ? Findings.card(row.getLong(1)) : other + " " + row.getString(1)));
  }

  /** An order is placed for cards, which are never deleted. */
  private void emptyOrders() {
    session.each(
        "SELECT number FROM purchase WHERE NOT EXISTS"
            + " (SELECT 1 FROM card WHERE card.order_id = purchase.order_id) ORDER BY number",
        row -> findings.differs("order " + row.getString(1) + " has no card"));
  }
}
