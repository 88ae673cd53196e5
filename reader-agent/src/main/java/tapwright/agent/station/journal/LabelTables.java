package tapwright.agent.station.journal;

import java.util.List;
import tapwright.agent.station.StationFault;

/**
 * What the file of printed labels looks like; every table only grows, and all that names people is
 * encrypted (since layout 2) and taken away after a while.
 *
 * <pre>
 * job    a print job, before any of it was sent
 * label  a label in a job
 * turn   what became of a job, in order
 * want   a label that a card gets once it is made
 * field  what such a label says
 * seal   which key texts are encrypted with (since layout 2)
 * </pre>
 */
final class LabelTables {

  /** The layout's number, kept in the file's own header. */
  private static final int LAYOUT = 2;

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

  private static final String CREATE_SEAL = "create table seal (fingerprint text primary key)";

  /** The texts that name people, and by which of their row's values they are bound. */
  private static final List<PersonalTexts> PERSONAL =
      List.of(
          new PersonalTexts("want", "owner", List.of("name")),
          new PersonalTexts("field", "want", List.of("value")));

  private LabelTables() {}

  /** Makes the tables where the file is new; a file of another layout is not touched. */
  static void prepare(Sql sql, ContentSeal seal) {
    String doing = "opening the labels' file";
    sql.rows(doing, "pragma journal_mode = wal", results -> results.getString(1));
    sql.run(doing, "pragma synchronous = full");
    sql.run(doing, "pragma foreign_keys = on");
    sql.run(doing, "pragma secure_delete = on");
    sql.atOnce(doing, () -> bring(sql, seal, doing));
    JournalTables.emptyLog(sql);
  }

  private static void bring(Sql sql, ContentSeal seal, String doing) {
    int layout = sql.rows(doing, "pragma user_version", results -> results.getInt(1)).getFirst();
    switch (layout) {
      case 0 -> create(sql, doing);
      case 1 -> sealAll(sql, seal, doing);
      case LAYOUT -> {}
      default ->
          throw new StationFault.JournalBroken(
              doing,
              new IllegalStateException(
                  "its layout is " + layout + ", this version reads 1 to " + LAYOUT));
    }
  }

  private static void create(Sql sql, String doing) {
    CREATE.forEach(statement -> sql.run(doing, statement));
    sql.run(doing, CREATE_SEAL);
    List.of("job", "label", "turn", "want", "field", "seal")
        .forEach(table -> JournalTables.protect(sql, table));
    PERSONAL.forEach(texts -> texts.allowPruning(sql));
    sql.run(doing, "pragma user_version = " + LAYOUT);
  }

  private static void sealAll(Sql sql, ContentSeal seal, String doing) {
    sql.run(doing, CREATE_SEAL);
    JournalTables.protect(sql, "seal");
    PERSONAL.forEach(texts -> texts.sealAll(sql, seal));
    sql.run(doing, "pragma user_version = " + LAYOUT);
  }
}
