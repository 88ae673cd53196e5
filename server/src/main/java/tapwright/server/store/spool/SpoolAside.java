package tapwright.server.store.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What leaves a spool without being put on record, in a file of its own, where people find it: hits
 * that the record never takes, and bytes that are no whole hit, of which nobody knows whether they
 * are a torn append or a hit that was answered and then damaged.
 */
final class SpoolAside {

  private static final Logger LOG = LoggerFactory.getLogger(SpoolAside.class);

  private final Path file;
  private final FileChannel spool;

  /** Bytes in the spool that are no whole hit, and still lie there. */
  private final Set<Stretch> bad = new LinkedHashSet<>();

  /**
   * Some bytes of a spool.
   *
   * @param end the place behind the last of them
   */
  record Stretch(long begin, long end) {}

  SpoolAside(Path file, FileChannel spool) {
    this.file = file;
    this.spool = spool;
  }

  /** The file that belongs to a spool. */
  static Path beside(Path spool) {
    return spool.resolveSibling(spool.getFileName() + ".aside");
  }

  /** Notes bytes that are no whole hit, and says so the first time. */
  void noteBad(Stretch stretch) {
    if (bad.add(stretch)) {
      LOG.warn(
          "{} bytes at {} in the spool are no whole hit; before they are cut away they go to {}",
          stretch.end() - stretch.begin(),
          stretch.begin(),
          file);
    }
  }

  /** Keeps the bad bytes from there on, which are about to be cut away. */
  void keepBadFrom(long place) throws IOException {
    for (Stretch stretch : bad.stream().filter(one -> one.begin() >= place).toList()) {
      keep(stretch);
      bad.remove(stretch);
    }
  }

  /** Puts the bytes at the end of the file, which another spool may write to as well. */
  void keep(Stretch stretch) throws IOException {
    try (FileChannel out = OwnersChannel.open(file);
        FileLock _ = out.lock()) {
      out.position(out.size());
      copy(stretch, out);
      out.force(true);
    }
  }

  /** Of bytes that were cut off from outside there is nothing to keep. */
  private void copy(Stretch stretch, FileChannel out) throws IOException {
    long at = stretch.begin();
    long copied;
    do {
      copied = spool.transferTo(at, stretch.end() - at, out);
      at += copied;
    } while (copied > 0 && at < stretch.end());
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
