package tapwright.server.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.ObjIntConsumer;

/** Hits that are stored together, in the order in which they came, and who waits for them. */
record WaitingBatch(List<WaitingHit> hits) {

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
    byLoop.forEach((loop, places) -> loop.execute(() -> tell(places, tellOne)));
  }

  private void tell(List<Integer> places, ObjIntConsumer<HitWaiter> tellOne) {
    places.forEach(place -> tellOne.accept(hits.get(place).waiter(), place));
  }
}
