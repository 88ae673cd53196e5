package tapwright.server.store.use;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tapwright.core.policy.explain.Cuts;
import tapwright.server.store.hit.Days;
import tapwright.server.store.sql.Micros;

class DayPartsTest {

  private static final long FIRST = Days.of(at("2026-03-02T00:00:00Z"));

  /** From six in the morning of the first day to noon of the next, and on to the third midnight. */
  private final DayParts parts =
      new DayParts(
          List.of(
              segment("2026-03-02T06:00:00Z", "2026-03-03T12:00:00.000001Z"),
              segment("2026-03-03T12:00:00.000001Z", "2026-03-05T00:00:00Z")));

  @Test
  void days_arePartedWhereSegmentsMeetAndNotAtMidnight() {
    assertEquals(Set.of(FIRST, FIRST + 1), parts.parted());
  }

  @Test
  void aDay_goesToTheSegmentThatHasMostOfIt() {
    assertEquals(0, parts.segmentOf(FIRST));
    assertEquals(0, parts.segmentOf(FIRST + 1));
    assertEquals(1, parts.segmentOf(FIRST + 2));
    assertEquals(DayParts.OUTSIDE, parts.segmentOf(FIRST + 3));
    assertEquals(DayParts.OUTSIDE, parts.segmentOf(FIRST - 1));
  }

  @Test
  void whatIsNotItsLongestPart_isTakenOutOfThatSegment() {
    assertEquals(
        List.of(
            new DayParts.Part(
                at("2026-03-02T00:00:00Z"),
                at("2026-03-02T06:00:00Z"),
                new DayParts.Way(DayParts.OUTSIDE, 0))),
        parts.besideLongest(FIRST));
    assertEquals(
        List.of(
            new DayParts.Part(
                at("2026-03-03T12:00:00.000001Z"),
                at("2026-03-04T00:00:00Z"),
                new DayParts.Way(1, 0))),
        parts.besideLongest(FIRST + 1));
    assertEquals(List.of(), parts.besideLongest(FIRST + 2));
  }

  @Test
  void partsOfSomeTime_areTakenOutOfNone() {
    assertEquals(
        List.of(
            new DayParts.Part(
                at("2026-03-03T11:00:00Z"),
                at("2026-03-03T12:00:00.000001Z"),
                new DayParts.Way(0, DayParts.OUTSIDE)),
            new DayParts.Part(
                at("2026-03-03T12:00:00.000001Z"),
                at("2026-03-03T13:00:00Z"),
                new DayParts.Way(1, DayParts.OUTSIDE))),
        parts.parts(at("2026-03-03T11:00:00Z"), at("2026-03-03T13:00:00Z")));
  }

  private static Cuts.Segment segment(String from, String to) {
    return new Cuts.Segment(Instant.parse(from), Instant.parse(to));
  }

  private static long at(String instant) {
    return Micros.of(Instant.parse(instant));
  }
}
