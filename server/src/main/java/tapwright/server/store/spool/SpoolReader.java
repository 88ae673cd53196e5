package tapwright.server.store.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tapwright.server.record.hit.Arrival;

/**
 * Finds the hits that lie in a spool, also behind bytes that are none.
 *
 * <p>Where no whole {@link SpoolFrame} begins, one is looked for at each byte that follows. A text
 * inside a damaged frame that is made to look like one is no more than its browser could have sent.
 */
final class SpoolReader {

  /** As much as is read at once: room for hundreds of hits, and for the largest that there is. */
  private static final int WINDOW_BYTES = 256 * 1024;

  private final FileChannel channel;

  /** A hit and where it lies. */
  record Found(Arrival hit, long begin, long end) {}

  SpoolReader(FileChannel channel) {
    this.channel = channel;
  }

  /** The first hits between the two places, as far as one look reaches; empty if there are none. */
  List<Found> look(long from, long to, int limit) throws IOException {
    List<Found> found = new ArrayList<>();
    long at = from;
    while (found.isEmpty() && limit > 0 && at < to) {
      ByteBuffer window = window(at, to);
      boolean last = window.limit() < WINDOW_BYTES;
      look(window, at, limit, last ? 1 : SpoolFrame.LARGEST_BYTES, found);
      at = last ? to : at + window.position();
    }
    return found;
  }

  /** Looks through the window until it has fewer bytes left than a frame may need. */
  private static void look(
      ByteBuffer window, long start, int limit, int needed, List<Found> found) {
    while (found.size() < limit && window.remaining() >= needed) {
      long begin = start + window.position();
      Optional<Arrival> hit = SpoolFrame.decode(window);
      if (hit.isPresent()) {
        found.add(new Found(hit.get(), begin, start + window.position()));
      } else {
        window.position(window.position() + 1);
      }
    }
  }

  /** The version of the frame that lies there, if it is whole and not of this program's version. */
  OptionalInt otherVersion(long at, long to) throws IOException {
    return SpoolFrame.otherVersion(window(at, to));
  }

  private ByteBuffer window(long from, long to) throws IOException {
    ByteBuffer window = ByteBuffer.allocate((int) Math.min(WINDOW_BYTES, to - from));
    int read;
    do {
      read = channel.read(window, from + window.position());
    } while (read > 0 && window.hasRemaining());
    return window.flip();
  }
}
