package tapwright.server.main.bench.taps;

import java.util.List;
import tapwright.server.main.bench.load.TapLoad;

/** What answers the load: the bare redirect, and the server on each store. */
public enum TapRow {
  /** The same transport and router with a handler that stores nothing. */
  BARE("bare redirect", false),

  /** The server on one SQLite file. */
  SQLITE("SQLite", false),

  /** The server on PostgreSQL. */
  POSTGRES("PostgreSQL", false),

  /** The server on SQLite, one hit a transaction. */
  SQLITE_SINGLE("SQLite, 1 a commit", true),

  /** The server on PostgreSQL, one hit a transaction. */
  POSTGRES_SINGLE("PostgreSQL, 1 a commit", true);

  private final String label;
  private final boolean single;

  TapRow(String label, boolean single) {
    this.label = label;
    this.single = single;
  }

  String label() {
    return label;
  }

  /** Whether each hit has a transaction of its own. */
  boolean isSingle() {
    return single;
  }

  boolean isOnPostgres() {
    return this == POSTGRES || this == POSTGRES_SINGLE;
  }

  /** A row without batches is there for contrast, which bare links show. */
  boolean takes(TapLoad load) {
    return !single || load.kind() == TapLoad.Kind.LINK;
  }

  /** Those that the load is sent to, in the order of the table. */
  static List<TapRow> of(TapLoad load) {
    return List.of(values()).stream().filter(row -> row.takes(load)).toList();
  }
}
