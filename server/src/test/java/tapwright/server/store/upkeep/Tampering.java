package tapwright.server.store.upkeep;

import tapwright.server.store.RecordUrl;

/** What somebody does first who works on a record beside the program. */
public final class Tampering {

  private Tampering() {}

  /** Takes away what keeps rows as they are, until the session ends. */
  public static void unguard(Session session) {
    if (session.engine() == RecordUrl.Engine.POSTGRESQL) {
      // Neither triggers nor foreign keys are looked after in this role.
      session.execute("SET session_replication_role = replica");
      return;
    }
    session.execute("PRAGMA defer_foreign_keys = ON");
    session
        .list("SELECT name FROM sqlite_master WHERE type = 'trigger'", row -> row.getString(1))
        .forEach(trigger -> session.execute("DROP TRIGGER " + trigger));
  }
}
