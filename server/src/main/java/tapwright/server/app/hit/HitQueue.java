package tapwright.server.app.hit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;

/** Hits that wait to be stored, and whether anybody is at work on them. */
final class HitQueue {

  private final TakeHits.Limits limits;
  private final Queue<WaitingHit> queue = new ArrayDeque<>();
  private final Deque<WaitingBatch> halves = new ArrayDeque<>();
  private boolean atWork;

  HitQueue(TakeHits.Limits limits) {
    this.limits = limits;
  }

  /** Takes the hit; false when as many wait as may. */
  synchronized boolean add(WaitingHit hit) {
    return queue.size() < limits.queued() && queue.add(hit);
  }

  /** How many hits wait. */
  synchronized int size() {
    return queue.size() + halves.stream().mapToInt(half -> half.hits().size()).sum();
  }

  /** Whether the caller has to go to work, because nobody is. */
  synchronized boolean begin() {
    boolean begins = !atWork;
    atWork = true;
    return begins;
  }

  /** What is stored next; empty when nothing waits. */
  synchronized WaitingBatch next() {
    if (!halves.isEmpty()) {
      return halves.pop();
    }
    List<WaitingHit> batch = new ArrayList<>(Math.min(queue.size(), limits.batch()));
    while (batch.size() < limits.batch() && !queue.isEmpty()) {
      batch.add(queue.remove());
    }
    return new WaitingBatch(batch);
  }

  /** Whether the caller may stop, because nothing waits. */
  synchronized boolean end() {
    atWork = !queue.isEmpty() || !halves.isEmpty();
    return !atWork;
  }

  /** Lets the batch be next again, as two batches. */
  synchronized void halve(WaitingBatch batch) {
    int middle = batch.hits().size() / 2;
    halves.push(new WaitingBatch(batch.hits().subList(middle, batch.hits().size())));
    halves.push(new WaitingBatch(batch.hits().subList(0, middle)));
  }
}
