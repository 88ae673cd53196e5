package tapwright.server.store.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.core.StateLocation;
import tapwright.server.record.StoreFault;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.HitSpool;
import tapwright.server.store.StoreRefusal;

/**
 * {@link HitSpool} in one file: a {@link SpoolFrame} a hit, synced once an append.
 *
 * <p>What is taken out stays in the file until all are out, and then the file is emptied: a process
 * that dies before that finds hits again that are on record already, which does no harm. Bytes that
 * are no whole hit go to {@link SpoolAside} before they are cut away. Signed links lie here as they
 * were sent, so only the owner may read the file; one process at a time works on it.
 */
public final class SpoolFile implements HitSpool, AutoCloseable {

  /** Some 300,000 hits: a day without the record at three a second. */
  public static final long LIMIT_BYTES = 64L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);

  private final Path file;
  private final FileChannel channel;
  private final SpoolReader reader;
  private final SpoolAside aside;
  private final long limitBytes;

  /** Where the first hit that waits begins, where the last ends, and how many there are. */
  private long begin;

  private long end;
  private int waiting;

  /** Where each of the hits ends that were looked at last. */
  private final List<Long> ends = new ArrayList<>();

  /** Whether something may lie behind the end, left there by an append or a cut that failed. */
  private boolean torn;

  private int setAside;

  private SpoolFile(Path file, FileChannel channel, SpoolAside aside, long limitBytes) {
    this.file = file;
    this.channel = channel;
    this.reader = new SpoolReader(channel);
    this.aside = aside;
    this.limitBytes = limitBytes;
  }

  /** The spool in this file, which is made when it is missing, with the hits that wait in it. */
  public static SpoolFile open(Path file, long limitBytes) {
    return open(file, asideOf(file), limitBytes);
  }

  /** As above; what is not put on record goes to the other file. */
  public static SpoolFile open(Path file, Path aside, long limitBytes) {
    try {
      FileChannel channel = OwnersChannel.open(file);
      return open(file, channel, new SpoolAside(aside, channel), limitBytes);
    } catch (IOException e) {
      throw new StoreFault.Unavailable("opening the spool " + file, e);
    }
  }

  /** Where a spool's hits and bytes usually go that are not put on record. */
  public static Path asideOf(Path file) {
    return SpoolAside.beside(file);
  }

  static SpoolFile open(Path file, FileChannel channel, long limitBytes) throws IOException {
    return open(file, channel, new SpoolAside(asideOf(file), channel), limitBytes);
  }

  private static SpoolFile open(Path file, FileChannel channel, SpoolAside aside, long limitBytes)
      throws IOException {
    SpoolFile spool = new SpoolFile(file, channel, aside, limitBytes);
    try {
      spool.lock();
      spool.findEnd();
      return spool;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Until the channel is closed, or the process ends in whatever way. */
  private void lock() throws IOException {
    if (!isLocked()) {
      throw new StoreFault.Unfit(
          StoreRefusal.SPOOL_TAKEN.with("file", file, "variable", StateLocation.VARIABLE));
    }
  }

  private boolean isLocked() throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }

  private void findEnd() throws IOException {
    long size = channel.size();
    List<SpoolReader.Found> some = reader.look(0, size, Integer.MAX_VALUE);
    while (!some.isEmpty()) {
      for (SpoolReader.Found hit : some) {
        noteBad(end, hit.begin());
        end = hit.end();
      }
      waiting += some.size();
      some = reader.look(end, size, Integer.MAX_VALUE);
    }
    if (size > end) {
      noteBad(end, size);
      cut();
    }
  }

  private void noteBad(long from, long to) throws IOException {
    if (from == to) {
      return;
    }
    OptionalInt version = reader.otherVersion(from, to);
    if (version.isPresent()) {
      throw new StoreFault.Unfit(
          StoreRefusal.SPOOL_VERSION.with(
              "file", file, "seen", version.getAsInt(), "allowed", SpoolFrame.VERSION));
    }
    aside.noteBad(new SpoolAside.Stretch(from, to));
  }

  @Override
  public void append(List<Arrival> hits) {
    List<byte[]> frames = hits.stream().map(SpoolFrame::encode).toList();
    int bytes = frames.stream().mapToInt(frame -> frame.length).sum();
    if (end + bytes > limitBytes) {
      throw new StoreFault.Overloaded(waiting);
    }
    ByteBuffer together = ByteBuffer.allocate(bytes);
    frames.forEach(together::put);
    try {
      write(together.flip());
    } catch (IOException e) {
      torn = true;
      throw new StoreFault.Unavailable("writing to the spool", e);
    }
    waiting += hits.size();
  }

  private void write(ByteBuffer frames) throws IOException {
    if (torn) {
      cut();
    }
    long at = end;
    while (frames.hasRemaining()) {
      at += channel.write(frames, at);
    }
    channel.force(false);
    end = at;
  }

  /** Leaves nothing behind the end; what is bad there is kept aside first. */
  private void cut() throws IOException {
    aside.keepBadFrom(end);
    channel.truncate(end);
    channel.force(true);
    torn = false;
  }

  @Override
  public List<Arrival> first(int limit) {
    return found(limit).stream().map(SpoolReader.Found::hit).toList();
  }

  private List<SpoolReader.Found> found(int limit) {
    ends.clear();
    try {
      List<SpoolReader.Found> found = reader.look(begin, end, Math.min(limit, waiting));
      if (found.isEmpty() && limit > 0 && waiting > 0) {
        giveUpTheRest();
      }
      note(found);
      return found;
    } catch (IOException e) {
      throw new StoreFault.Unavailable("reading the spool", e);
    }
  }

  private void note(List<SpoolReader.Found> found) throws IOException {
    long at = begin;
    for (SpoolReader.Found hit : found) {
      noteBad(at, hit.begin());
      at = hit.end();
      ends.add(at);
    }
  }

  /** As the next start would: hits that were damaged, or cut off from outside, wait no more. */
  private void giveUpTheRest() throws IOException {
    LOG.error(
        "{} hits are not in the spool where they were written; what is there goes to {}",
        waiting,
        aside);
    noteBad(begin, end);
    waiting = 0;
    empty();
  }

  @Override
  public void remove(int count) {
    if (count < 0 || count > ends.size()) {
      throw new IllegalArgumentException(
          "count is " + count + ", allowed are the " + ends.size() + " hits looked at last");
    }
    if (count > 0) {
      begin = ends.get(count - 1);
      ends.clear();
      waiting -= count;
    }
    if (waiting == 0) {
      empty();
    }
  }

  /** From here on the file counts as empty; where it cannot be cut now, the next call does that. */
  private void empty() {
    begin = 0;
    end = 0;
    torn = true;
    try {
      cut();
    } catch (IOException e) {
      throw new StoreFault.Unavailable("emptying the spool", e);
    }
  }

  @Override
  public void setFirstAside() {
    for (SpoolReader.Found first : found(1)) {
      try {
        aside.keep(new SpoolAside.Stretch(first.begin(), first.end()));
      } catch (IOException e) {
        throw new StoreFault.Unavailable("writing to " + aside, e);
      }
      remove(1);
      setAside++;
    }
  }

  /** How many hits were set aside since the spool was opened. */
  public int setAside() {
    return setAside;
  }

  @Override
  public int size() {
    return waiting;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreFault.Unavailable("closing the spool", e);
    }
  }
}
