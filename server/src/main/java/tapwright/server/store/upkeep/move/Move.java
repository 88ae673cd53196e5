package tapwright.server.store.upkeep.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.Answer;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.RecordUrl.Engine;
import tapwright.server.store.StoreRefusal;
import tapwright.server.store.schema.MovedMark;
import tapwright.server.store.schema.Schema;
import tapwright.server.store.upkeep.Fitness;
import tapwright.server.store.upkeep.Partitions;
import tapwright.server.store.upkeep.Progress;
import tapwright.server.store.upkeep.RecordTables;
import tapwright.server.store.upkeep.Session;
import tapwright.server.store.upkeep.audit.CheckResult;
import tapwright.server.store.upkeep.audit.RecordAudit;

/**
 * Takes an embedded record to an empty PostgreSQL database: wholly, or not at all.
 *
 * <p>All rows go in one transaction, and are compared in it; a mark that was stored before keeps
 * servers off until it is stored too. So whatever is killed meanwhile, a database is either the
 * whole record or one that says that it is none.
 */
public final class Move {

  private final RecordUrl from;
  private final RecordUrl to;
  private final Packs packs;
  private final Progress progress;

  /**
   * A move from one place to another.
   *
   * @param packs by which decisions are taken again at the end
   */
  public Move(RecordUrl from, RecordUrl to, Packs packs, Progress progress) {
    this.from = from;
    this.to = to;
    this.packs = packs;
    this.progress = progress;
  }

  /**
   * What came of a move; where anything differs, nothing was moved.
   *
   * @param tables every table, beside what it was
   * @param checks what the checks of the record show where it is now
   */
  public record Moved(List<MovedTable> tables, List<CheckResult> checks) {

    public Moved {
      tables = List.copyOf(tables);
      checks = List.copyOf(checks);
    }

    public boolean isEqual() {
      return tables.stream().allMatch(MovedTable::isEqual)
          && checks.stream().allMatch(CheckResult::inOrder);
    }
  }

  /**
   * Moves the record; nobody else may work on either of the two meanwhile.
   *
   * @param emptyTarget whether what a broken move left in the target may be thrown away
   */
  public Answer<Moved> run(boolean emptyTarget) {
    Optional<Refusal> refusal = refusal(emptyTarget);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    Schema.migrateTables(to);
    mark();
    Moved moved = copyAll();
    if (!moved.isEqual()) {
      clear();
    }
    return Answer.done(moved);
  }

  private Optional<Refusal> refusal(boolean emptyTarget) {
    return sourceRefusal().or(() -> targetRefusal(emptyTarget));
  }

  /** Why nothing can be moved from there; empty where something can. */
  public Optional<Refusal> sourceRefusal() {
    if (from.engine() != Engine.SQLITE || to.engine() != Engine.POSTGRESQL) {
      return Optional.of(
          StoreRefusal.MOVE_ENGINES.with("from", from.engine().title(), "to", to.engine().title()));
    }
    return MovedMark.refusal(from.file()).or(() -> Fitness.refusal(from));
  }

  private Optional<Refusal> targetRefusal(boolean emptyTarget) {
    if (!Schema.isHalfMoved(to)) {
      return Schema.foreign(to).or(() -> notEmpty(emptyTarget));
    }
    if (!emptyTarget) {
      return Optional.of(StoreRefusal.HALF_MOVED.with("db", to));
    }
    clear();
    return Optional.empty();
  }

  /** Tables without rows are no record yet; whatever has rows is somebody's. */
  private Optional<Refusal> notEmpty(boolean emptyTarget) {
    try (Session session = Session.reading(to)) {
      return RecordTables.counts(session).entrySet().stream()
          .filter(table -> table.getValue() > 0)
          .findFirst()
          .map(
              table ->
                  emptyTarget
                      ? StoreRefusal.WHOLE.with("db", to)
                      : StoreRefusal.NOT_EMPTY.with(
                          "db", to, "seen", table.getValue() + " rows of " + table.getKey()));
    }
  }

  private void mark() {
    try (Session session = Session.writing(to)) {
      session.execute("CREATE TABLE " + Schema.HALF_MOVED + " (since TIMESTAMPTZ DEFAULT now())");
      session.commit();
    }
  }

  private Moved copyAll() {
    try (Session source = Session.reading(from);
        Session target = Session.writing(to)) {
      Partitions.makeFor(source, target);
      TableCopy copy = new TableCopy(source, target, progress);
      List<MovedTable> tables = new ArrayList<>();
      for (String table : TableOrder.of(target, RecordTables.names(source))) {
        tables.add(copy.copy(table));
      }
      target.execute("ANALYZE");
      Moved moved = new Moved(tables, RecordAudit.run(target, packs, progress));
      if (moved.isEqual()) {
        target.execute("DROP TABLE " + Schema.HALF_MOVED);
        target.commit();
      }
      return moved;
    }
  }

  /** Takes away all that a move has made, and nothing else is there. */
  private void clear() {
    try (Session session = Session.writing(to)) {
      for (String table : RecordTables.all(session)) {
        session.execute("DROP TABLE IF EXISTS " + table + " CASCADE");
      }
      for (String function : functions(session)) {
        session.execute("DROP FUNCTION " + function + " CASCADE");
      }
      session.commit();
    }
  }

  /** Those of our triggers; what an extension brought is left alone. */
  private static List<String> functions(Session session) {
    return session.list(
        "SELECT pg_proc.oid::regprocedure::text FROM pg_proc"
            + " JOIN pg_namespace ON pg_namespace.oid = pronamespace"
            + " WHERE nspname = current_schema() AND NOT EXISTS (SELECT 1 FROM pg_depend"
            + " WHERE pg_depend.objid = pg_proc.oid AND deptype = 'e')",
        row -> row.getString(1));
  }
}
