package tapwright.server.app.hit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tapwright.server.record.hit.Arrival;

/** Hits that are stored together, in the order in which they came, and who waits for them. */
record WaitingBatch(List<WaitingHit> hits) {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingBatch.class);

  WaitingBatch {
    hits = List.copyOf(hits);
  }

  boolean isEmpty() {
    return hits.isEmpty();
  }

  List<Arrival> arrivals() {
    return hits.stream().map(WaitingHit::arrival).toList();
  }

  /** Tells each the answer in its place. */
  void answer(List<HitAnswer> answers) {
    tell((waiter, place) -> waiter.answered(answers.get(place)));
  }

  void fail(Throwable failure) {
    tell((waiter, place) -> waiter.failed(failure));
  }

  /** Tells all in as many turns as there are loops, since each turn wakes a thread. */
  void tell(ObjIntConsumer<HitWaiter> tellOne) {
    Map<Executor, List<Integer>> byLoop = new LinkedHashMap<>();
    for (int place = 0; place < hits.size(); place++) {
      byLoop.computeIfAbsent(hits.get(place).waiter().loop(), loop -> new ArrayList<>()).add(place);
    }
    byLoop.forEach((loop, places) -> turn(loop, places, tellOne));
  }

  /** A loop that has ended keeps nobody on another one waiting. */
  private void turn(Executor loop, List<Integer> places, ObjIntConsumer<HitWaiter> tellOne) {
    try {
      loop.execute(() -> tell(loop, places, tellOne));
    } catch (RejectedExecutionException ended) {
      LOG.warn("{} hits are not answered, since their loop has ended", places.size(), ended);
    }
  }

  /** A waiter with a defect keeps nobody behind it waiting: they are told in another turn. */
  private void tell(Executor loop, List<Integer> places, ObjIntConsumer<HitWaiter> tellOne) {
    int told = 0;
    try {
      while (told < places.size()) {
        int place = places.get(told++);
        tellOne.accept(hits.get(place).waiter(), place);
      }
    } finally {
      if (told < places.size()) {
        turn(loop, places.subList(told, places.size()), tellOne);
      }
    }
  }
}
