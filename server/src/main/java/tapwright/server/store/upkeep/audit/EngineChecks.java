package tapwright.server.store.upkeep.audit;

import java.util.List;
import tapwright.server.store.upkeep.Partitions;
import tapwright.server.store.upkeep.Session;

/** What the engine itself can say of a record. */
public final class EngineChecks {

  /**
   * Pages and rows that SQLite lists before it stops
   * (sqlite.org/pragma.html#pragma_integrity_check).
   */
  private static final int LISTED = 100;

  /**
   * What hits are written to relies on cards without a foreign key, which would cost a lookup a
   * hit. Hits themselves are left out: each has a row in a roll-up of its card, or differs there.
   */
  private static final List<String> WITHOUT_FOREIGN_KEY =
      List.of("read_counter", "used_counter", "usage_day", "folded_tap");

  private EngineChecks() {}

  public static List<CheckResult> run(Session session) {
    return switch (session.engine()) {
      case SQLITE -> List.of(integrity(session), references(session));
      case POSTGRESQL -> List.of(catalogue(session), constraints(session));
    };
  }

  private static CheckResult integrity(Session session) {
    Findings findings = new Findings(Check.ENGINE);
    session.each(
        "PRAGMA integrity_check(" + LISTED + ")",
        row -> {
          if (row.getString(1).equals("ok")) {
            findings.inOrder();
          } else {
            findings.differs(row.getString(1));
          }
        });
    return findings.result();
  }

  private static CheckResult references(Session session) {
    Findings findings = new Findings(Check.REFERENCES);
    session.each(
        "PRAGMA foreign_key_check",
        row ->
            findings.differs(
                "a row of "
                    + row.getString(1)
                    + " names one of "
                    + row.getString(3)
                    + " that is not there"));
    findings.inOrder();
    return findings.result();
  }

  /** Indexes that may be asked, and hits that lie in the partition of their month. */
  private static CheckResult catalogue(Session session) {
    Findings findings = new Findings(Check.ENGINE);
    session.each(
        "SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema()",
        row -> {
          if (row.getBoolean(2)) {
            findings.inOrder();
          } else {
            findings.differs("index " + row.getString(1) + " is not valid");
          }
        });
    long other = session.number("SELECT count(*) FROM " + Partitions.OTHER);
    if (other > 0) {
      findings.note(other + " hits are of months without a partition and lie in hit_other");
    }
    return findings.result();
  }

  private static CheckResult constraints(Session session) {
    Findings findings = new Findings(Check.REFERENCES);
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
    for (String table : WITHOUT_FOREIGN_KEY) {
      session.each(
          "SELECT DISTINCT card_id FROM "
              + table
              + " WHERE NOT EXISTS (SELECT 1 FROM card WHERE card.card_id = "
              + table
              + ".card_id)",
          row ->
              findings.differs(
                  table
                      + " has rows of "
                      + Findings.card(row.getLong(1))
                      + ", which is not there"));
    }
    return findings.result();
  }
}
