package tapwright.server.main.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tapwright.core.Refusal;
import tapwright.server.main.installation.ServerFault;
import tapwright.server.main.installation.StateFolder;
import tapwright.server.main.serve.HitPath;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/** Journals on this machine in which answered hits may wait for a record. */
final class Spools {

  private Spools() {}

  /**
   * Those of a record that hold anything: in the state folder, and beside a file, which may lie in
   * the state folder of another installation.
   */
  static List<Path> of(RecordUrl record) {
    Path ours = StateFolder.ofThisProcess().resolve(HitPath.SPOOL);
    Stream<Path> all =
        switch (record.engine()) {
          case SQLITE ->
              Stream.of(record.file().toAbsolutePath().resolveSibling(HitPath.SPOOL), ours);
          case POSTGRESQL -> Stream.of(ours);
        };
    return all.map(file -> file.toAbsolutePath().normalize())
        .distinct()
        .filter(file -> bytes(file) > 0)
        .toList();
  }

  static long bytes(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new ServerFault("cannot read " + file + "; check the folder and its rights", e);
    }
  }

  /** Why the record is not moved yet: hits of it may lie in a journal. */
  static Optional<Refusal> moveRefusal(RecordUrl record) {
    return of(record).stream()
        .findFirst()
        .map(
            file ->
                StoreRefusal.MOVE_SPOOL.with("file", file, "seen", bytes(file), "from", record));
  }
}
