package tapwright.core.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every order in which reads of a chip can arrive; the seed names the order. */
class CountedOnceTest {

  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  private static final int BASELINE = 7;
  private static final int READS = 400;

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyArrivals_areCountedAsTheModelSays(long seed) {
    Random random = new Random(seed);
    Assurance assurance = random.nextBoolean() ? Assurance.SIGNED : Assurance.MIRRORED;
    CountingModel model = new CountingModel(BASELINE, assurance == Assurance.SIGNED);
    Kept kept = new Kept(assurance);
    Instant now = START;
    for (int counter : arrivals(random)) {
      now = now.plusMillis(random.nextInt(-200, 3000));
      assertEquals(model.take(counter, now), kept.take(counter, now), "counter " + counter);
      kept.assertSums(model);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void honestReads_countWhateverOvertookThem(long seed) {
    Random random = new Random(seed);
    List<Integer> reads = withGaps(random);
    List<Integer> inWindow = overtaking(reads, random, ReadCounter.LATE_LIMIT);
    List<Integer> anyhow = new ArrayList<>(reads);
    Collections.shuffle(anyhow, random);

    assertEquals(reads.size(), taps(Assurance.SIGNED, reads));
    assertEquals(reads.size(), taps(Assurance.SIGNED, inWindow));
    assertEquals(reads.size(), taps(Assurance.MIRRORED, inWindow));
    assertEquals(reads.size(), taps(Assurance.MIRRORED, anyhow));
  }

  private static int taps(Assurance assurance, List<Integer> arrivals) {
    Kept kept = new Kept(assurance);
    arrivals.forEach(counter -> kept.take(counter, START));
    return kept.tapped.size();
  }

  /** Fresh ones, late ones, far too late ones, those of the station, and each of them again. */
  private static List<Integer> arrivals(Random random) {
    List<Integer> arrivals = new ArrayList<>(overtaking(withGaps(random), random, 100));
    for (int i = 0; i < READS / 2; i++) {
      int again = arrivals.get(random.nextInt(arrivals.size()));
      arrivals.add(random.nextInt(arrivals.size()), again);
    }
    for (int i = 0; i < READS / 20; i++) {
      arrivals.add(random.nextInt(arrivals.size()), random.nextInt(2 * READS));
    }
    return arrivals;
  }

  private static List<Integer> withGaps(Random random) {
    return IntStream.rangeClosed(BASELINE + 1, BASELINE + READS)
        .filter(counter -> random.nextInt(4) > 0)
        .boxed()
        .toList();
  }

  /** The reads in an order in which one is overtaken by others up to so many values above it. */
  private static List<Integer> overtaking(List<Integer> reads, Random random, int values) {
    Map<Integer, Double> arrival = new HashMap<>();
    reads.forEach(read -> arrival.put(read, read + random.nextDouble(values)));
    return reads.stream().sorted(Comparator.comparing(arrival::get)).toList();
  }

  /** The counter of one chip with its blocks, as a store keeps them. */
  private static final class Kept {

    private final Assurance assurance;
    private final Map<Integer, UsedBlock> blocks = new HashMap<>();
    private final Set<Integer> tapped = new HashSet<>();
    private ReadCounter counter = ReadCounter.startingAt(BASELINE);
    private int span;

    Kept(Assurance assurance) {
      this.assurance = assurance;
    }

    Reason take(int value, Instant at) {
      Verdict read = new Verdict(HitClass.TAP, assurance, Reason.NEW_COUNTER, value);
      int index = UsedBlock.indexOf(value);
      UsedBlock block = blocks.getOrDefault(index, UsedBlock.unused(index));
      CountedRead counted = counter.count(read, block.has(value), at);
      counter = counted.after();
      if (counted.verdict().hitClass() == HitClass.TAP) {
        assertTrue(tapped.add(value), value + " counted twice");
        blocks.put(index, block.with(value));
        span += 1 + counted.missed();
      }
      return counted.verdict().reason();
    }

    void assertSums(CountingModel model) {
      assertEquals(model.last(), counter.last());
      assertEquals(model.seen(), counter.seen());
      assertEquals(model.missed(), counter.missed());
      assertEquals(counter.last() - counter.baseline(), span);
      assertEquals(tapped.size(), blocks.values().stream().mapToInt(UsedBlock::size).sum());
    }
  }
}
