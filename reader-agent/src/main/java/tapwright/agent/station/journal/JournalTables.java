package tapwright.agent.station.journal;

import java.util.List;
import tapwright.agent.station.StationFault;

/**
 * What the journal's file looks like; every table only grows.
 *
 * <pre>
 * source   a batch (by its content's hash) or a server's queue
 * item     a row or job of a source; of several with one owner the newest counts
 * step     what happened, in order
 * event    what the server has to be told, in order
 * answer   what the server made of an event
 * seal     which key the secrets in items are encrypted with (since layout 2)
 * finish   what the cards of a source are finished with; the newest counts (since layout 3)
 * </pre>
 */
final class JournalTables {

  /** The layout's number, kept in the file's own header. */
  private static final int LAYOUT = 3;

  /** What came with layout 2: which key the secrets in {@code item} are encrypted with. */
  private static final String CREATE_SEAL = "create table seal (fingerprint text primary key)";

  private static final String CREATE_FINISH =
      """
      create table finish (
        seq integer primary key autoincrement, source text not null references source (id),
        content text not null)
      """;

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
    switch (layout) {
      case 0 -> sql.atOnce("making its tables", () -> create(sql));
      case 1 -> sql.atOnce("bringing it to layout 3", () -> addSeal(sql));
      case 2 -> sql.atOnce("bringing it to layout 3", () -> addFinish(sql));
      case LAYOUT -> {}
      default ->
          throw new StationFault.JournalBroken(
              doing,
              new IllegalStateException(
                  "its layout is " + layout + ", this version reads 1 to " + LAYOUT));
    }
  }

  private static void create(Sql sql) {
    String doing = "making its tables";
    CREATE.forEach(statement -> sql.run(doing, statement));
    TABLES.forEach(table -> protect(sql, table));
    addSeal(sql);
  }

  /** What layout 2 added to layout 1. */
  private static void addSeal(Sql sql) {
    String doing = "making its tables";
    sql.run(doing, CREATE_SEAL);
    protect(sql, "seal");
    addFinish(sql);
  }

  /** What layout 3 added to layout 2. */
  private static void addFinish(Sql sql) {
    String doing = "making its tables";
    sql.run(doing, CREATE_FINISH);
    protect(sql, "finish");
    sql.run(doing, "pragma user_version = " + LAYOUT);
  }

  /** What is written into the table is never changed and never deleted. */
  static void protect(Sql sql, String table) {
    for (String change : List.of("update", "delete")) {
      sql.run("making its tables", onlyGrows(table, change));
    }
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
