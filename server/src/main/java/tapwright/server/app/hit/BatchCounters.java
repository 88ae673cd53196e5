package tapwright.server.app.hit;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tapwright.core.tap.CountedRead;
import tapwright.core.tap.Delivery;
import tapwright.core.tap.UsedBlock;
import tapwright.core.tap.Verdict;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;
import tapwright.server.record.hit.CounterRun;
import tapwright.server.record.hit.CounterWanted;
import tapwright.server.record.hit.OpenCounter;

/** The counters that the hits of one batch need and move. */
final class BatchCounters {

  private final Delivery delivery;
  private final Map<CounterRun, CounterWanted> wanted = new TreeMap<>();
  private final Map<CounterRun, HeldCounter> held = new HashMap<>();

  /** For the hits of a batch, all of which come onto the record in this way. */
  BatchCounters(Delivery delivery) {
    this.delivery = delivery;
  }

  /** Which run of its chip's counter the card is in. */
  static CounterRun run(Card card) {
    return new CounterRun(card.id(), card.chip().map(Chip::keyVersion).orElse(0));
  }

  /** Notes what the read needs. */
  void want(Card card, Verdict read) {
    int baseline = card.chip().map(Chip::counterBaseline).orElse(0);
    CounterWanted one =
        new CounterWanted(
            run(card),
            card.seller(),
            Math.max(0, baseline),
            Set.of(UsedBlock.indexOf(read.counter())));
    wanted.merge(one.run(), one, CounterWanted::and);
  }

  /** All that is needed, in the order of the runs. */
  Collection<CounterWanted> wanted() {
    return wanted.values();
  }

  void hold(List<OpenCounter> counters) {
    counters.forEach(counter -> held.put(counter.run(), new HeldCounter(counter, delivery)));
  }

  /** What the read is, now that its counter is held. */
  CountedRead count(Card card, Verdict read, Instant at) {
    HeldCounter counter = held.get(run(card));
    if (counter == null) {
      throw new IllegalStateException("counter of card " + card.id() + " is not held");
    }
    return counter.count(read, at);
  }

  /** The counters that a tap has moved. */
  List<OpenCounter> moved() {
    return held.values().stream()
        .filter(HeldCounter::isMoved)
        .map(HeldCounter::entry)
        .sorted(Comparator.comparing(OpenCounter::run))
        .toList();
  }
}
