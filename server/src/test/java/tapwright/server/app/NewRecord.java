package tapwright.server.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tapwright.server.record.Ledger;
import tapwright.server.store.RecordUrl;

/** Where tests of use cases get an empty record from: in a file, unless a test says otherwise. */
public interface NewRecord {

  String FILE = "world.db";

  /** An empty record that belongs to the folder. */
  default Ledger newRecord(Path folder) {
    return SqlitePattern.open(folder.resolve(FILE));
  }

  /** Where an empty record that belongs to the folder may be opened, which nobody did so far. */
  default RecordUrl newPlace(Path folder) {
    return url(folder);
  }

  /** Where the record of the folder is. */
  default RecordUrl url(Path folder) {
    return RecordUrl.ofFile(folder.resolve(FILE));
  }

  /** All that the record of the folder holds, byte by byte. */
  default String stored(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}
