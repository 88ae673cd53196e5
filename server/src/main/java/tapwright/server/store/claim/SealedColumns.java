package tapwright.server.store.claim;

import java.sql.SQLException;
import java.util.Optional;
import tapwright.server.record.claim.SealedText;
import tapwright.server.record.key.HolderKey;
import tapwright.server.store.sql.Sql;

/** What is under a holder's key, in rows that were joined with their holders. */
final class SealedColumns {

  private SealedColumns() {}

  /** What the column holds; empty where it holds nothing, or its holder is forgotten. */
  static Optional<SealedText> read(Sql.Row row, String column) throws SQLException {
    return row.isNull(column) || row.isNull("wrapped_key")
        ? Optional.empty()
        : Optional.of(
            new SealedText(
                row.bytes(column), new HolderKey(row.text("holder"), row.bytes("wrapped_key"))));
  }
}
