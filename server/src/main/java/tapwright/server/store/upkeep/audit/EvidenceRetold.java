package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import tapwright.core.Bytes;
import tapwright.server.store.RecordUrl;

/**
 * Files that came with a claim, as its trail tells them. What is in them lies sealed under a
 * person's key, so it is compared as it is sealed: without any key, and when the key is gone.
 */
final class EvidenceRetold {

  private static final String SEALED = ", content as it is sealed";

  private final Figures figures;
  private final Map<String, String> sealed = new HashMap<>();

  EvidenceRetold(Figures figures) {
    this.figures = figures;
  }

  /** PostgreSQL hands out thousands of rows at a time, so it hashes their contents itself. */
  static String columns(RecordUrl.Engine engine) {
    return "evidence_id, kind, media_type, size_bytes, sha256, "
        + switch (engine) {
          case SQLITE -> "sealed_content";
          case POSTGRESQL -> "sha256(sealed_content) AS sealed_content";
        };
  }

  /** A file as it lies on record. */
  void kept(ResultSet row, RecordUrl.Engine engine, Figures kept) throws SQLException {
    String file = file(row.getString("evidence_id"));
    Bytes content = Bytes.copyOf(row.getBytes("sealed_content"));
    String hash =
        switch (engine) {
          case SQLITE -> content.sha256().toHex();
          case POSTGRESQL -> content.toHex();
        };
    sealed.put(file, hash);
    kept.put(file + ", kind", row.getString("kind"));
    kept.put(file + ", type", row.getString("media_type"));
    kept.put(file + ", bytes", row.getLong("size_bytes"));
    kept.put(file + ", sha256", Bytes.copyOf(row.getBytes("sha256")).toHex());
    kept.put(file + SEALED, hash);
  }

  void added(ToldEntry entry) {
    String file = file(entry.text("evidence"));
    figures.put(file + ", kind", entry.text("kind"));
    figures.put(file + ", type", entry.text("mediaType"));
    figures.put(file + ", bytes", entry.text("sizeBytes"));
    figures.put(file + ", sha256", entry.text("sha256"));
    String told = entry.text("sealedSha256");
    // Entries of the version before do not tell it.
    figures.put(file + SEALED, told.isEmpty() ? sealed.getOrDefault(file, "") : told);
  }

  private static String file(String id) {
    return "evidence " + id;
  }
}
