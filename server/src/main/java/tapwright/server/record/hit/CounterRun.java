package tapwright.server.record.hit;

import java.util.Comparator;
import tapwright.core.card.CardId;

/**
 * One run of a chip's read counter: a chip that gets new keys counts anew.
 *
 * <p>Runs are locked in their order, so that two batches never wait for each other.
 */
public record CounterRun(CardId card, int keyVersion) implements Comparable<CounterRun> {

  private static final Comparator<CounterRun> ORDER =
      Comparator.<CounterRun>comparingLong(run -> run.card().value())
          .thenComparingInt(CounterRun::keyVersion);

  @Override
  public int compareTo(CounterRun other) {
    return ORDER.compare(this, other);
  }
}
