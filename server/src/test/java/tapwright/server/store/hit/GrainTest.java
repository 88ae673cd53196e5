package tapwright.server.store.hit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tapwright.server.store.sql.Micros;

class GrainTest {

  private static final long HOUR = 3_600_000_000L;
  private static final long DAY = 24 * HOUR;

  @Test
  void slices_areWholeDaysAndFinerOnesAtBothEnds() {
    assertEquals(
        List.of(
            new Grain.Slice(Grain.MICRO, at("2026-03-02T21:30:00Z"), at("2026-03-02T22:00:00Z")),
            new Grain.Slice(Grain.HOUR, at("2026-03-02T22:00:00Z") / HOUR, day("2026-03-03") * 24),
            new Grain.Slice(Grain.DAY, day("2026-03-03"), day("2026-03-05")),
            new Grain.Slice(Grain.HOUR, day("2026-03-05") * 24, day("2026-03-05") * 24 + 1),
            new Grain.Slice(
                Grain.MICRO, at("2026-03-05T01:00:00Z"), at("2026-03-05T01:00:00.000001Z"))),
        Grain.slices(at("2026-03-02T21:30:00Z"), at("2026-03-05T01:00:00.000001Z")));
  }

  @Test
  void slices_ofTimeInsideAnHour_areItsHits() {
    assertEquals(List.of(new Grain.Slice(Grain.MICRO, 5, 9)), Grain.slices(5, 9));
  }

  @Test
  void slices_ofNoTime_areNone() {
    assertEquals(List.of(), Grain.slices(9, 9));
    assertEquals(List.of(), Grain.slices(9, 5));
    assertEquals(List.of(), Grain.slices(3 * DAY, DAY));
  }

  @Test
  void slices_followEachOtherWithoutHolesInAtMostFive() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
    for (int round = 0; round < 2_000; round++) {
      long from = random.nextLong(-3 * DAY, 3 * DAY);
      long to = from + random.nextLong(1, 5 * DAY);
      List<Grain.Slice> slices = Grain.slices(from, to);
      long reached = from;
      for (Grain.Slice slice : slices) {
        long micros = micros(slice.grain());
        assertEquals(reached, slice.from() * micros);
        assertTrue(slice.from() < slice.to());
        reached = slice.to() * micros;
      }
      assertEquals(to, reached);
      assertTrue(slices.size() <= 5, slices.toString());
    }
  }

  private static long micros(Grain grain) {
    return switch (grain) {
      case DAY -> DAY;
      case HOUR -> HOUR;
      case MICRO -> 1;
    };
  }

  private static long at(String instant) {
    return Micros.of(Instant.parse(instant));
  }

  private static long day(String date) {
    return at(date + "T00:00:00Z") / DAY;
  }
}
