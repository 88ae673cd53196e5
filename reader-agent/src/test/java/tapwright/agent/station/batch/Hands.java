package tapwright.agent.station.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Tear;
import tapwright.core.Bytes;

/**
 * Two pairs of hands that lay tags on two readers, and make every mistake that hands make: lift too
 * early, lay a finished card down again, take a read-only one or the clone of another from the
 * pile.
 */
final class Hands {

  /** CC byte 3 says that nothing may be written (NFC Forum Type 2 Tag 1.2, section 6.1). */
  private static final Bytes MAKE_READ_ONLY = Bytes.ofHex("A2030000000F");

  /**
   * So many tags may one pair of hands be ahead of the other, however the machine shares itself.
   */
  private static final int LEAD = 10;

  private final Random random;
  private final Deque<EmulatedTag> pile = new ArrayDeque<>();
  private final Deque<EmulatedTag> torn = new ArrayDeque<>();
  private final List<EmulatedTag> done = new ArrayList<>();
  private final List<EmulatedTag> laid = new ArrayList<>();
  private final List<EmulatedTag> unsuitable = new ArrayList<>();
  private final Map<String, Integer> placed = new HashMap<>();
  private int tears;
  private volatile boolean ended;

  Hands(long seed, int blanks) {
    this.random = new Random(seed);
    IntStream.range(0, blanks).forEach(i -> pile.add(blank()));
  }

  /** One pair of hands at one reader. */
  synchronized Thread at(EmulatedReader reader, Semaphore through) {
    placed.put(reader.name(), 0);
    return Thread.ofPlatform().name("hands at " + reader.name()).start(() -> feed(reader, through));
  }

  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Every tag that was ever laid down. */
  synchronized List<EmulatedTag> laid() {
    return laid.stream().distinct().toList();
  }

  /** Tags that no card may be made of. */
  synchronized List<EmulatedTag> unsuitable() {
    return List.copyOf(unsuitable);
  }

  synchronized int tears() {
    return tears;
  }

  private void feed(EmulatedReader reader, Semaphore through) {
    while (awaitTurn(reader.name())) {
      EmulatedTag tag = next();
      int writes = tag.writes();
      through.drainPermits();
      reader.place(tag);
      awaitThrough(through);
      boolean lifted = !tag.inField();
      reader.remove();
      back(tag, lifted, writes);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(4));
    }
  }

  /** Waits until the other hands have come along; false once all is over. */
  private synchronized boolean awaitTurn(String reader) {
    try {
      while (!ended && placed.getOrDefault(reader, 0) > Collections.min(placed.values()) + LEAD) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    placed.merge(reader, 1, Integer::sum);
    notifyAll();
    return !ended;
  }

  private void awaitThrough(Semaphore through) {
    try {
      while (!ended && !through.tryAcquire(20, TimeUnit.MILLISECONDS)) {
        // The run may end while this tag waits for its turn.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized EmulatedTag next() {
    EmulatedTag tag = chosen();
    laid.add(tag);
    return tag;
  }

  private EmulatedTag chosen() {
    int dice = random.nextInt(100);
    if (dice < 4 && !done.isEmpty()) {
      return done.get(random.nextInt(done.size()));
    } else if (dice < 6 && !done.isEmpty()) {
      return unsuitable(EmulatedTag.blank(EmulatedChip.NTAG215, done.getLast().uid()));
    } else if (dice < 8) {
      return unsuitable(readOnly());
    } else if (!torn.isEmpty() && (dice < 60 || pile.isEmpty())) {
      return torn.remove();
    }
    EmulatedTag fresh = pile.isEmpty() ? blank() : pile.remove();
    if (dice > 90) {
      tears++;
      fresh.tearAt(new Tear(1 + random.nextInt(8), random.nextInt(5)));
    }
    return fresh;
  }

  private EmulatedTag unsuitable(EmulatedTag tag) {
    unsuitable.add(tag);
    return tag;
  }

  private synchronized void back(EmulatedTag tag, boolean lifted, int writesBefore) {
    if (lifted) {
      torn.add(tag);
    } else if (tag.writes() > writesBefore) {
      done.add(tag);
    } else if (!unsuitable.contains(tag) && !done.contains(tag)) {
      pile.add(tag);
    }
  }

  private EmulatedTag blank() {
    return EmulatedTag.blank(EmulatedChip.NTAG215, random);
  }

  private EmulatedTag readOnly() {
    EmulatedTag tag = blank();
    tag.place();
    tag.answer(MAKE_READ_ONLY);
    tag.lift();
    return tag;
  }
}
