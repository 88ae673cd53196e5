package tapwright.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.app.Arrival;
import tapwright.server.app.HitSpool;
import tapwright.server.app.StoreFault;

/**
 * {@link HitSpool} in one file: a {@link SpoolFrame} a hit, synced once an append.
 *
 * <p>What is taken out stays in the file until all are out, and then the file is emptied: a process
 * that dies before that finds hits again that are on record already, which does no harm. An append
 * that was cut off leaves a torn frame at the end; nobody was told that its hits were taken, so it
 * is cut away. Signed links lie here as they were sent, so only the owner may read the file.
 */
public final class SpoolFile implements HitSpool, AutoCloseable {

  /** Some 300,000 hits: a day without the record at three a second. */
  public static final long LIMIT_BYTES = 64L * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);

  /** As much as is read at once: room for hundreds of hits, and for the largest that there is. */
  private static final int WINDOW_BYTES = 256 * 1024;

  private final Path file;
  private final FileChannel channel;
  private final long limitBytes;

  /** Where the first hit that waits begins, where the last ends, and how many there are. */
  private long begin;

  private long end;
  private int waiting;

  /** Where each of the hits ends that were looked at last. */
  private final List<Long> ends = new ArrayList<>();

  /** Whether something may lie behind the end that an append left there when it failed. */
  private boolean torn;

  private SpoolFile(Path file, FileChannel channel, long limitBytes) {
    this.file = file;
    this.channel = channel;
    this.limitBytes = limitBytes;
  }

  /** The spool in this file, which is made when it is missing, with the hits that wait in it. */
  public static SpoolFile open(Path file, long limitBytes) {
    try {
      SpoolFile spool = new SpoolFile(file, OwnersChannel.open(file), limitBytes);
      spool.findEnd();
      return spool;
    } catch (IOException e) {
      throw new StoreFault.Unavailable("opening the spool " + file, e);
    }
  }

  private void findEnd() throws IOException {
    int found;
    do {
      found = look(end, Integer.MAX_VALUE).size();
      waiting += found;
      end = found == 0 ? end : ends.getLast();
    } while (found > 0);
    if (channel.size() > end) {
      LOG.warn("the spool ends in {} bytes that are no whole hit", channel.size() - end);
      cut();
    }
  }

  /** The hits that lie from there on, as far as one look reaches. */
  private List<Arrival> look(long from, int limit) throws IOException {
    ends.clear();
    List<Arrival> hits = new ArrayList<>();
    ByteBuffer window = window(from);
    Optional<Arrival> next = SpoolFrame.decode(window);
    while (next.isPresent()) {
      hits.add(next.get());
      ends.add(from + window.position());
      next = hits.size() < limit ? SpoolFrame.decode(window) : Optional.empty();
    }
    return hits;
  }

  private ByteBuffer window(long from) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
    int read;
    do {
      read = channel.read(window, from + window.position());
    } while (read > 0 && window.hasRemaining());
    return window.flip();
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

  /** Leaves nothing behind the end. */
  private void cut() throws IOException {
    channel.truncate(end);
    channel.force(true);
    torn = false;
  }

  @Override
  public List<Arrival> first(int limit) {
    try {
      return look(begin, Math.min(limit, waiting));
    } catch (IOException e) {
      throw new StoreFault.Unavailable("reading the spool", e);
    }
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

  private void empty() {
    begin = 0;
    end = 0;
    try {
      cut();
    } catch (IOException e) {
      torn = true;
      throw new StoreFault.Unavailable("emptying the spool", e);
    }
  }

  @Override
  public void setFirstAside() {
    Path aside = file.resolveSibling(file.getFileName() + ".aside");
    try (FileChannel out = OwnersChannel.open(aside)) {
      ByteBuffer frame = ByteBuffer.wrap(SpoolFrame.encode(first(1).getFirst()));
      out.position(out.size());
      while (frame.hasRemaining()) {
        out.write(frame);
      }
      out.force(true);
    } catch (IOException e) {
      throw new StoreFault.Unavailable("writing to " + aside, e);
    }
    remove(1);
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
