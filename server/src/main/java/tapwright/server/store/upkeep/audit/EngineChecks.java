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

  private EngineChecks() {}

  /** All that the engine knows of. */
  public static List<CheckResult> run(Session session) {
    return List.of(engine(session), ReferenceCheck.ofEngine(session));
  }

  static CheckResult engine(Session session) {
    return switch (session.engine()) {
      case SQLITE -> integrity(session);
      case POSTGRESQL -> catalogue(session);
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
}
