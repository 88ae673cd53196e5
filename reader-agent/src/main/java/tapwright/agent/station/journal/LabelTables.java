package tapwright.agent.station.journal;

import java.util.List;
import tapwright.agent.station.StationFault;

/**
 * What the file of printed labels looks like; every table only grows.
 *
 * <pre>
 * job    a print job, before any of it was sent
 * label  a label in a job
 * turn   what became of a job, in order
 * want   a label that a card gets once it is made
 * field  what such a label says
 * </pre>
 */
final class LabelTables {

  /** The layout's number, kept in the file's own header. */
  private static final int LAYOUT = 1;

  private static final List<String> CREATE =
      List.of(
          """
          create table job (
            name text primary key, at text not null, target text not null)
          """,
          """
          create table label (
            seq integer primary key autoincrement, job text not null references job (name),
            link text not null, template text not null, copy integer not null)
          """,
          """
          create table turn (
            seq integer primary key autoincrement, job text not null references job (name),
            at text not null, kind text not null, ticket integer, detail text)
          """,
          """
          create table want (
            seq integer primary key autoincrement, owner text not null, name text not null,
            link text not null, template text not null, copy integer not null)
          """,
          """
          create table field (
            want integer not null references want (seq), name text not null, value text not null)
          """,
          "create index field_want on field (want)",
          "create index want_owner on want (owner, template)",
          "create index label_link on label (link, template, copy)",
          "create index turn_job on turn (job, seq)");

  private LabelTables() {}

  /** Makes the tables where the file is new; a file of another layout is not touched. */
  static void prepare(Sql sql) {
    String doing = "opening the labels' file";
    sql.rows(doing, "pragma journal_mode = wal", results -> results.getString(1));
    sql.run(doing, "pragma synchronous = full");
    sql.run(doing, "pragma foreign_keys = on");
    sql.atOnce(doing, () -> create(sql, doing));
  }

  private static void create(Sql sql, String doing) {
    int layout = sql.rows(doing, "pragma user_version", results -> results.getInt(1)).getFirst();
    if (layout == 0) {
      CREATE.forEach(statement -> sql.run(doing, statement));
      List.of("job", "label", "turn", "want", "field")
          .forEach(table -> JournalTables.protect(sql, table));
      sql.run(doing, "pragma user_version = " + LAYOUT);
    } else if (layout != LAYOUT) {
      throw new StationFault.JournalBroken(
          doing,
          new IllegalStateException("its layout is " + layout + ", this version reads " + LAYOUT));
    }
  }
}
