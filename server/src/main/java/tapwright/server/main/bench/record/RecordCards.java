package tapwright.server.main.bench.record;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tapwright.server.main.bench.load.BenchCard;
import tapwright.server.main.bench.load.TapLoad;

/**
 * The cards of a record that is measured.
 *
 * @param many on which taps are spread
 * @param busiest which has a million alone
 * @param quiet which has none
 */
record RecordCards(List<BenchCard> many, BenchCard busiest, BenchCard quiet) {

  RecordCards {
    many = List.copyOf(many);
  }

  static RecordCards draw(RandomGenerator random) {
    return new RecordCards(
        BenchCard.draw(random, TapLoad.Kind.MIRROR, TapLoad.MANY_CARDS),
        BenchCard.draw(random, TapLoad.Kind.MIRROR, 1).getFirst(),
        BenchCard.draw(random, TapLoad.Kind.MIRROR, 1).getFirst());
  }

  List<BenchCard> all() {
    List<BenchCard> all = new ArrayList<>(many);
    all.add(busiest);
    all.add(quiet);
    return all;
  }
}
