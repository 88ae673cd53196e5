package tapwright.server.store.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import tapwright.server.record.StoreFault;
import tapwright.server.store.StoreRefusal;

/**
 * Copies the hits out of a spool, also while a server works on it: each that was answered before is
 * in the copy, or was put on record before.
 *
 * <p>So a copy of spool and record has all hits if the spool is copied first.
 */
public final class SpoolCopy {

  private final Path spool;
  private final SpoolReader reader;
  private final FileChannel copy;
  private long at;
  private int hits;

  private SpoolCopy(Path spool, FileChannel from, FileChannel copy) {
    this.spool = spool;
    this.reader = new SpoolReader(from);
    this.copy = copy;
  }

  /** Puts the hits of the spool at the end of the copy, which is made when it is missing. */
  public static int append(Path spool, Path copy) {
    try (FileChannel from = FileChannel.open(spool, StandardOpenOption.READ);
        FileChannel to = OwnersChannel.open(copy)) {
      to.position(to.size());
      return new SpoolCopy(spool, from, to).all(from.size());
    } catch (IOException e) {
      throw new StoreFault.Unavailable("copying the spool " + spool, e);
    }
  }

  private int all(long size) throws IOException {
    List<SpoolReader.Found> some = reader.look(at, size, Integer.MAX_VALUE);
    while (!some.isEmpty()) {
      for (SpoolReader.Found one : some) {
        requireKnown(one.begin());
        write(ByteBuffer.wrap(SpoolFrame.encode(one.hit())));
        at = one.end();
      }
      hits += some.size();
      some = reader.look(at, size, Integer.MAX_VALUE);
    }
    requireKnown(size);
    return hits;
  }

  /** Bytes that are no hit are left behind, but not hits that only another program can read. */
  private void requireKnown(long end) throws IOException {
    OptionalInt version = at < end ? reader.otherVersion(at, end) : OptionalInt.empty();
    if (version.isPresent()) {
      throw new StoreFault.Unfit(
          StoreRefusal.SPOOL_VERSION.with(
              "file", spool, "seen", version.getAsInt(), "allowed", SpoolFrame.VERSION));
    }
  }

  private void write(ByteBuffer frame) throws IOException {
    while (frame.hasRemaining()) {
      copy.write(frame);
    }
  }
}
