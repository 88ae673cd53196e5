package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tapwright.core.trail.Subject;
import tapwright.server.store.upkeep.Session;

/**
 * Compares what is kept of things with what their trails alone tell, thing by thing in the order of
 * their keys: every table is read once, and what is held in memory is one thing at a time.
 *
 * @param <R> what is made of a trail
 */
final class RetoldWalk<R extends Retold> implements AutoCloseable {

  private final Session session;
  private final Which which;
  private final Supplier<R> start;
  private final SubjectRows trail;
  private final List<Part<R>> parts = new ArrayList<>();

  /**
   * The things to be looked at.
   *
   * @param key what the column of their keys is called in their tables
   * @param among a condition on the key, with the values that it needs; empty for all
   */
  record Which(Subject.Area area, String key, String among, List<Object> values) {

    static Which all(Subject.Area area, String key) {
      return new Which(area, key, "", List.of());
    }

    /** Those whose key the query gives. */
    static Which of(Subject.Area area, String key, String query, long card) {
      return new Which(area, key, " IN (" + query + ")", List.of(card));
    }

    private String where(String column) {
      return among.isEmpty() ? "" : " WHERE " + column + among;
    }
  }

  /** Says what a row keeps; where it takes more than the trail to tell a thing, gives that too. */
  @FunctionalInterface
  interface Reader<R> {
    void read(ResultSet row, Figures kept, R retold) throws SQLException;
  }

  private record Part<R>(SubjectRows rows, Reader<R> reader) {}

  RetoldWalk(Session session, Which which, Supplier<R> start) {
    this.session = session;
    this.which = which;
    this.start = start;
    Which inTrail = new Which(which.area(), "subject_id", which.among(), which.values());
    this.trail =
        rows(
            inTrail,
            "number, kind, detail",
            "trail",
            (inTrail.among().isEmpty() ? " WHERE" : " AND")
                + " area = '"
                + which.area().word()
                + "'",
            ", number");
  }

  private SubjectRows rows(Which of, String columns, String table, String also, String then) {
    return new SubjectRows(
        session.rows(
            "SELECT "
                + of.key()
                + ", "
                + columns
                + " FROM "
                + table
                + of.where(of.key())
                + also
                + SubjectRows.orderedBy(session.engine(), of.key())
                + then,
            of.values().toArray()));
  }

  /** Looks at the rows of a table too. */
  RetoldWalk<R> with(String columns, String table, Reader<R> reader) {
    parts.add(new Part<>(rows(which, columns, table, "", ""), reader));
    return this;
  }

  /** Names a thing of which something differs. */
  @FunctionalInterface
  interface Naming {
    String of(String key);
  }

  CheckResult compare(Check check, Naming naming) {
    Findings findings = new Findings(check);
    for (Optional<String> key = next(); key.isPresent(); key = next()) {
      compare(key.get(), naming, findings);
    }
    return findings.result();
  }

  private Optional<String> next() {
    return SubjectRows.first(
        Stream.concat(Stream.of(trail), parts.stream().map(Part::rows)).toList());
  }

  private void compare(String key, Naming naming, Findings findings) {
    Figures kept = new Figures();
    R retold = start.get();
    for (Part<R> part : parts) {
      part.rows().each(key, row -> part.reader().read(row, kept, retold));
    }
    trail.each(key, row -> retold.take(ToldEntry.of(row)));
    Figures.compare(kept, retold.figures(), naming.of(key), findings);
  }

  @Override
  public void close() {
    trail.close();
    parts.forEach(part -> part.rows().close());
  }
}
