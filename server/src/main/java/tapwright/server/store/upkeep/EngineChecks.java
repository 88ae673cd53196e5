package tapwright.server.store.upkeep;

import java.util.List;

/** What the engine itself can say of a record. */
final class EngineChecks {

  /**
   * Pages and rows that SQLite lists before it stops
   * (sqlite.org/pragma.html#pragma_integrity_check).
   */
  private static final int LISTED = 100;

  private EngineChecks() {}

  static List<CheckResult> run(Session session) {
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

  /** Indexes that may be asked, partitions that are attached, and nothing in the default one. */
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
    findings.compare(
        session.number("SELECT count(*) FROM " + Partitions.DEFAULT),
        0,
        "hits in the partition for months without one of their own");
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
    return findings.result();
  }
}
