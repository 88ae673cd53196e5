package tapwright.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tapwright.core.Bytes;
import tapwright.server.store.sqlite.SqliteStore;

/** An empty record in a file, copied for each test: its tables are made once in a process. */
final class SqlitePattern {

  private static final Bytes MADE = made();

  private SqlitePattern() {}

  /** Opens the record in the file; where there is none, an empty one. */
  static SqliteStore open(Path file) {
    try {
      if (Files.notExists(file)) {
        Files.write(file, MADE.toArray());
      }
      return SqliteStore.open(SqliteStore.URL_PREFIX + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bytes made() {
    try {
      Path folder = Files.createTempDirectory("pattern");
      Path file = folder.resolve("pattern.db");
      SqliteStore.open(SqliteStore.URL_PREFIX + file).close();
      Bytes bytes = Bytes.copyOf(Files.readAllBytes(file));
      Files.delete(file);
      Files.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
