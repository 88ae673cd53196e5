package tapwright.server.store.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tapwright.core.Refusal;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.StoreRefusal;

/**
 * A file beside an embedded record that was moved: who worked on both would split its counts.
 *
 * <p>It is no part of the record, since a move writes nothing to its source.
 */
public final class MovedMark {

  private MovedMark() {}

  /** The mark of the record in the file, whether it is there or not. */
  public static Path of(Path database) {
    return database.resolveSibling(database.getFileName() + ".moved");
  }

  /** Why nothing may be written to the record in the file; empty where it was not moved. */
  public static Optional<Refusal> refusal(Path database) {
    Path file = of(database);
    return Files.exists(file)
        ? Optional.of(StoreRefusal.MOVED.with("db", database, "moved", words(file), "file", file))
        : Optional.empty();
  }

  /** Throws where the record was moved. */
  public static void requireNone(Path database) {
    Optional<Refusal> refusal = refusal(database);
    if (refusal.isPresent()) {
      throw new StoreFault.Unfit(refusal.get());
    }
  }

  /** Whoever cannot read it still sees that it is there. */
  private static String words(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.isEmpty() ? "moved" : lines.getFirst();
    } catch (IOException e) {
      return "moved";
    }
  }

  /** Marks the record as moved, without any secret of the place where it is now. */
  public static void write(Path database, RecordUrl to, Instant at) {
    try {
      Files.writeString(
          of(database),
          "moved to " + to + " at " + at + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new StoreFault.Unwritten(
          of(database),
          "all is in " + to + " now, so put " + database + " away before a server uses it",
          e);
    }
  }
}
