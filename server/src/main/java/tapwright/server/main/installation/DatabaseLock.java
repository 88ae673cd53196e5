package tapwright.server.main.installation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import tapwright.server.record.StoreFault;
import tapwright.server.store.RecordUrl;
import tapwright.server.store.schema.MovedMark;

/**
 * Keeps a second server off an embedded database.
 *
 * <p>One process owns the file, because it trusts its own cache of cards; it goes when the process
 * goes, however that ends.
 */
public final class DatabaseLock implements AutoCloseable {

  private final @Nullable FileChannel channel;

  private DatabaseLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** Of an embedded record; any number of programs may work on one that is not. */
  public static DatabaseLock takeIfEmbedded(RecordUrl url, String wayOut) {
    return switch (url.engine()) {
      case SQLITE -> take(url.file(), wayOut);
      case POSTGRESQL -> new DatabaseLock(null);
    };
  }

  /**
   * Of the record in the file, unless it was moved away.
   *
   * @param wayOut what to do where another has it
   */
  public static DatabaseLock take(Path database, String wayOut) {
    MovedMark.requireNone(database);
    DatabaseLock lock = locked(database, wayOut);
    try {
      // A move may have ended between the two.
      MovedMark.requireNone(database);
      return lock;
    } catch (StoreFault.Unfit e) {
      lock.close();
      throw e;
    }
  }

  private static DatabaseLock locked(Path database, String wayOut) {
    Path file = database.resolveSibling(database.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new ServerFault("another server works on " + database + "; " + wayOut);
      }
      return new DatabaseLock(channel);
    } catch (IOException e) {
      throw new ServerFault("cannot write " + file + "; check the folder and its rights", e);
    }
  }

  /** Null where anybody has it, this process included. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    if (channel == null) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new ServerFault("cannot give the lock on the database back", e);
    }
  }
}
