package tapwright.server.store.upkeep.backup;

import java.util.HexFormat;
import java.util.List;
import tapwright.server.store.upkeep.Session;

/** Which master key the keys of a record are wrapped by. */
final class WrappingKey {

  private WrappingKey() {}

  /**
   * The value that tells that master key, as hexadecimal digits; of a record that no server of this
   * version has opened, the one that an earlier version left. Empty where there is neither.
   */
  static String of(Session session) {
    List<byte[]> told =
        session.list(
            "SELECT master FROM data_key UNION ALL SELECT value FROM key_check"
                + " WHERE NOT EXISTS (SELECT 1 FROM data_key)",
            row -> row.getBytes(1));
    return told.stream().findFirst().map(HexFormat.of().withUpperCase()::formatHex).orElse("");
  }
}
