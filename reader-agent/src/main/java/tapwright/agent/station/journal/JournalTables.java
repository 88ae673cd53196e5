package tapwright.agent.station.journal;

import java.util.List;
import tapwright.agent.station.StationFault;

/**
 * What the journal's file looks like; every table only grows, and all that names people is
 * encrypted (since layout 4) and taken away after a while.
 *
 * <pre>
 * source   a batch (by its content's hash) or a server's queue
 * item     a row or job of a source; of several with one owner the newest counts
 * step     what happened, in order
 * event    what the server has to be told, in order
 * answer   what the server made of an event
 * seal     which key texts are encrypted with (since layout 2)
 * finish   what the cards of a source are finished with; the newest counts (since layout 3)
 * </pre>
 */
final class JournalTables {

  /** The layout's number, kept in the file's own header. */
  private static final int LAYOUT = 4;

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

  /** The texts that name people, of each table, and by whose key they are bound. */
  static final List<PersonalTexts> PERSONAL =
      List.of(
          new PersonalTexts("item", "owner", List.of("label", "content")),
          new PersonalTexts("step", "owner", List.of("detail")),
          new PersonalTexts("event", "event_id", List.of("body")),
          new PersonalTexts("answer", "event_id", List.of("detail")));

  private JournalTables() {}

  /** Makes the tables where the file is new; a file of another layout is not touched. */
  static void prepare(Sql sql, ContentSeal seal) {
    String doing = "opening it";
    sql.rows(doing, "pragma journal_mode = wal", results -> results.getString(1));
    sql.run(doing, "pragma synchronous = full");
    sql.run(doing, "pragma foreign_keys = on");
    sql.run(doing, "pragma secure_delete = on");
    int layout = sql.rows(doing, "pragma user_version", results -> results.getInt(1)).getFirst();
    String bringing = "bringing it to layout " + LAYOUT;
    switch (layout) {
      case 0 -> sql.atOnce("making its tables", () -> create(sql));
      case 1, 2, 3 -> sql.atOnce(bringing, () -> bring(sql, seal, layout));
      case LAYOUT -> {}
      default ->
          throw new StationFault.JournalBroken(
              doing,
              new IllegalStateException(
                  "its layout is " + layout + ", this version reads 1 to " + LAYOUT));
    }
    emptyLog(sql);
  }

  /**
   * What was taken away or encrypted is to leave the file's log as well
   * (sqlite.org/pragma.html#pragma_wal_checkpoint).
   */
  static void emptyLog(Sql sql) {
    sql.rows(
        "emptying its log", "pragma wal_checkpoint(truncate)", results -> results.getInt("busy"));
  }

  private static void create(Sql sql) {
    String doing = "making its tables";
    CREATE.forEach(statement -> sql.run(doing, statement));
    sql.run(doing, CREATE_SEAL);
    sql.run(doing, CREATE_FINISH);
    TABLES.forEach(table -> protect(sql, table));
    protect(sql, "seal");
    protect(sql, "finish");
    PERSONAL.forEach(texts -> texts.allowPruning(sql));
    sql.run(doing, "pragma user_version = " + LAYOUT);
  }

  private static void bring(Sql sql, ContentSeal seal, int layout) {
    String doing = "bringing it to layout " + LAYOUT;
    if (layout == 1) {
      sql.run(doing, CREATE_SEAL);
      protect(sql, "seal");
    }
    if (layout <= 2) {
      sql.run(doing, CREATE_FINISH);
      protect(sql, "finish");
    }
    PERSONAL.forEach(texts -> texts.sealAll(sql, seal));
    sql.run(doing, "pragma user_version = " + LAYOUT);
  }

  /** What is written into the table is never changed and never deleted. */
  static void protect(Sql sql, String table) {
    protect(sql, table, "update");
    protect(sql, table, "delete");
  }

  static void protect(Sql sql, String table, String change) {
    sql.run("making its tables", onlyGrows(table, change));
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
