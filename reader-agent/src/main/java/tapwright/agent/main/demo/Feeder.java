package tapwright.agent.main.demo;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import tapwright.agent.emulator.EmulatedReader;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.station.StationListener;
import tapwright.agent.station.StationNews;
import tapwright.core.tag.Uid;

/** Somebody's hands: lays one blank tag after the other on the emulated reader. */
final class Feeder implements StationListener, AutoCloseable {

  /** How long a hand takes from one tag to the next; the station must see the reader empty. */
  private static final long BETWEEN_TAGS_MILLIS = 120;

  private final EmulatedReader reader;
  private final Queue<EmulatedTag> stack;
  private final Map<Uid, EmulatedTag> laid = new HashMap<>();
  private final Semaphore done = new Semaphore(0);
  private final Thread hands;

  /**
   * @param stack the tags, the first to be laid first
   */
  Feeder(EmulatedReader reader, Collection<EmulatedTag> stack) {
    this.reader = reader;
    this.stack = new ArrayDeque<>(stack);
    stack.forEach(tag -> laid.put(tag.uid(), tag));
    this.hands = Thread.ofPlatform().daemon().name("feeder").unstarted(this::feed);
  }

  void start() {
    hands.start();
  }

  /** The station is through with the tag that lies there. */
  @Override
  public void on(StationNews news) {
    if (news instanceof StationNews.CardVerified
        || news instanceof StationNews.TagRefused
        || news instanceof StationNews.MadeBefore) {
      done.release();
    }
  }

  Optional<EmulatedTag> tag(Uid uid) {
    return Optional.ofNullable(laid.get(uid));
  }

  @Override
  public void close() {
    hands.interrupt();
  }

  private void feed() {
    try {
      while (!stack.isEmpty()) {
        reader.place(stack.remove());
        done.acquire();
        reader.remove();
        TimeUnit.MILLISECONDS.sleep(BETWEEN_TAGS_MILLIS);
      }
    } catch (InterruptedException e) {
      reader.remove();
    }
  }
}
