package tapwright.agent.station;

import java.util.List;

/**
 * What the journal's file looks like; every table only grows.
 *
 * <pre>
 * source   a batch (by its content's hash) or a server's queue
 * item     a row or job of a source; of several with one owner the newest counts
 * step     what happened, in order
 * event    what the server has to be told, in order
 * answer   what the server made of an event
 * </pre>
 */
final class JournalTables {

  /** The layout's number, kept in the file's own header. */
  private static final int LAYOUT = 1;

  private static final List<String> CREATE =
      List.of(
          """
          create table source (
            id text primary key, name text not null, at text not null)
          """,
          """
          create table item (
            seq integer primary key autoincrement, owner text not null,
            source text not null references source (id), position integer not null,
            label text not null, content text not null)
          """,
          """
          create table step (
            seq integer primary key autoincrement, at text not null, kind text not null,
            owner text, uid text, hash text, model text, code text, detail text)
          """,
          """
          create table event (
            seq integer primary key autoincrement, event_id text not null unique,
            owner text not null, body text not null)
          """,
          """
          create table answer (
            event_id text primary key references event (event_id), at text not null,
            status text not null, detail text)
          """,
          "create index item_owner on item (owner, seq)",
          "create index item_source on item (source, position)",
          "create index step_owner on step (owner, seq)",
          "create index step_uid on step (uid, seq)");

  private static final List<String> TABLES = List.of("source", "item", "step", "event", "answer");

  private JournalTables() {}

  /** Makes the tables where the file is new; a file of another layout is not touched. */
  static void prepare(Sql sql) {
    String doing = "opening it";
    sql.rows(doing, "pragma journal_mode = wal", results -> results.getString(1));
    sql.run(doing, "pragma synchronous = full");
    sql.run(doing, "pragma foreign_keys = on");
    int layout = sql.rows(doing, "pragma user_version", results -> results.getInt(1)).getFirst();
    if (layout == 0) {
      sql.atOnce("making its tables", () -> create(sql));
    } else if (layout != LAYOUT) {
      throw new StationFault.JournalBroken(
          doing,
          new IllegalStateException(
              "its layout is " + layout + ", this version reads " + LAYOUT + " only"));
    }
  }

  private static void create(Sql sql) {
    String doing = "making its tables";
    CREATE.forEach(statement -> sql.run(doing, statement));
    for (String table : TABLES) {
      for (String change : List.of("update", "delete")) {
        sql.run(doing, onlyGrows(table, change));
      }
    }
    sql.run(doing, "pragma user_version = " + LAYOUT);
  }

  private static String onlyGrows(String table, String change) {
    return "create trigger no_"
        + change
        + "_of_"
        + table
        + " before "
        + change
        + " on "
        + table
        + " begin select raise(abort, 'the journal only grows'); end";
  }
}
