package tapwright.server.app.hit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tapwright.core.tap.CountedRead;
import tapwright.core.tap.Delivery;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.ReadCounter;
import tapwright.core.tap.UsedBlock;
import tapwright.core.tap.Verdict;
import tapwright.server.record.hit.OpenCounter;

/** A counter while the hits of one batch move it. */
final class HeldCounter {

  private final OpenCounter opened;
  private final Delivery delivery;
  private ReadCounter counter;
  private final Map<Integer, UsedBlock> moved = new HashMap<>();

  HeldCounter(OpenCounter opened, Delivery delivery) {
    this.opened = opened;
    this.delivery = delivery;
    this.counter = opened.counter();
  }

  /** What the read is, now that it is known which were counted before; a tap uses its value up. */
  CountedRead count(Verdict read, Instant at) {
    UsedBlock block = block(UsedBlock.indexOf(read.counter()));
    CountedRead counted = counter.count(read, block.has(read.counter()), at, delivery);
    counter = counted.after();
    if (counted.verdict().hitClass() == HitClass.TAP) {
      moved.put(block.index(), block.with(read.counter()));
    }
    return counted;
  }

  private UsedBlock block(int index) {
    UsedBlock now = moved.get(index);
    if (now == null) {
      now = opened.blocks().get(index);
    }
    if (now == null) {
      throw new IllegalStateException("block " + index + " of " + opened.run() + " was not opened");
    }
    return now;
  }

  boolean isMoved() {
    return !moved.isEmpty();
  }

  /** The counter as it is now, with the blocks that have changed. */
  OpenCounter entry() {
    return new OpenCounter(opened.run(), opened.seller(), counter, moved);
  }
}
