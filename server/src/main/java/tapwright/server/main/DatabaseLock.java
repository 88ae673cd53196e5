package tapwright.server.main;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import tapwright.server.store.RecordUrl;

/**
 * Keeps a second server off an embedded database.
 *
 * <p>One process owns the file, because it trusts its own cache of cards; it goes when the process
 * goes, however that ends.
 */
final class DatabaseLock implements AutoCloseable {

  private final @Nullable FileChannel channel;

  private DatabaseLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** Of an embedded record; any number of programs may work on one that is not. */
  static DatabaseLock takeIfEmbedded(RecordUrl url) {
    return switch (url.engine()) {
      case SQLITE -> take(url.file());
      case POSTGRESQL -> new DatabaseLock(null);
    };
  }

  static DatabaseLock take(Path database) {
    Path file = database.resolveSibling(database.getFileName() + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new ServerFault(
            "another server works on " + database + "; stop it, or name another with --db");
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
