package tapwright.core.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadCounterTest {

  private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");
  private static final int BASELINE = 100;

  private final ReadCounter fresh = ReadCounter.startingAt(BASELINE);

  @Test
  void theNextValue_isATapThatMissedNothing() {
    CountedRead first = fresh.count(mirrored(101), false, START);

    assertEquals(
        new CountedRead(mirrored(101), 0, new ReadCounter(100, 101, 1, 0, START, 1)), first);
  }

  @Test
  void aValueFurtherOn_saysHowManyReadsNeverCame() {
    CountedRead first = fresh.count(mirrored(105), false, START);

    assertEquals(4, first.missed());
    assertEquals(new ReadCounter(100, 105, 1, 4, START, 1), first.after());
  }

  @Test
  void aLateValue_takesOneOfThoseThatNeverCame() {
    ReadCounter ahead = fresh.count(mirrored(105), false, START).after();

    CountedRead late = ahead.count(mirrored(103), false, START.plusSeconds(1));

    assertEquals(tap(mirrored(103), Reason.LATE_COUNTER), late.verdict());
    assertEquals(-1, late.missed());
    assertEquals(new ReadCounter(100, 105, 2, 3, START, 1), late.after());
  }

  @ParameterizedTest
  @CsvSource({
    // assurance, counter, class,  reason
    "SIGNED,       999,    TAP,    LATE_COUNTER",
    "SIGNED,       937,    TAP,    LATE_COUNTER",
    "SIGNED,       936,    REPLAY, COUNTER_TOO_OLD",
    "SIGNED,       101,    REPLAY, COUNTER_TOO_OLD",
    "SIGNED,       100,    REPLAY, STATION_READ",
    "MIRRORED,     937,    TAP,    LATE_COUNTER",
    "MIRRORED,     936,    TAP,    LATE_COUNTER",
    "MIRRORED,     101,    TAP,    LATE_COUNTER",
    "MIRRORED,     100,    REPLAY, STATION_READ"
  })
  void theWindow_closesBehindSignedReadsAlone(
      Assurance assurance, int counter, HitClass hitClass, Reason reason) {
    ReadCounter ahead = new ReadCounter(BASELINE, 1000, 3, 897, START, 1);

    Verdict verdict = ahead.count(read(assurance, counter), false, START).verdict();

    assertEquals(new Verdict(hitClass, assurance, reason, counter), verdict);
  }

  /** It was answered before it could be known what was counted meanwhile. */
  @ParameterizedTest
  @CsvSource({
    "936, false, TAP,    LATE_COUNTER",
    "101, false, TAP,    LATE_COUNTER",
    "101, true,  REPLAY, COUNTER_SEEN",
    "100, false, REPLAY, STATION_READ"
  })
  void aJournaledRead_isNeverTooLateAndCountsOnce(
      int counter, boolean used, HitClass hitClass, Reason reason) {
    ReadCounter ahead = new ReadCounter(BASELINE, 1000, 3, 897, START, 1);

    CountedRead counted =
        ahead.count(read(Assurance.SIGNED, counter), used, START, Delivery.JOURNALED);

    assertEquals(new Verdict(hitClass, Assurance.SIGNED, reason, counter), counted.verdict());
    assertEquals(hitClass == HitClass.TAP ? 4 : 3, counted.after().seen());
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNED", "MIRRORED"})
  void aValueUsedBefore_changesNothing(Assurance assurance) {
    ReadCounter ahead = fresh.count(read(assurance, 1000), false, START).after();

    for (int counter : new int[] {1000, 999, 101}) {
      assertEquals(
          new CountedRead(
              new Verdict(HitClass.REPLAY, assurance, Reason.COUNTER_SEEN, counter), 0, ahead),
          ahead.count(read(assurance, counter), true, START));
    }
  }

  @ParameterizedTest
  @CsvSource({
    // milliseconds between one and the next, reason of the third and fourth
    "   0, QUICK_SUCCESSION",
    " 200, QUICK_SUCCESSION",
    "1499, QUICK_SUCCESSION",
    "1500, NEW_COUNTER",
    "9000, NEW_COUNTER",
    "  -1, NEW_COUNTER"
  })
  void tapsInOrderAtOnce_areFlaggedFromTheThirdOn(long millis, Reason reason) {
    ReadCounter counter = fresh;
    for (int i = 1; i <= 4; i++) {
      CountedRead read = counter.count(mirrored(BASELINE + i), false, START.plusMillis(i * millis));
      Reason expected = i < ReadCounter.HARVESTED_FROM ? Reason.NEW_COUNTER : reason;
      assertEquals(tap(mirrored(BASELINE + i), expected), read.verdict());
      counter = read.after();
    }
    assertEquals(new ReadCounter(100, 104, 4, 0, counter.lastAt(), counter.quickRun()), counter);
  }

  @Test
  void aPause_endsTheRun() {
    ReadCounter counter = fresh;
    for (int i = 1; i <= 3; i++) {
      counter = counter.count(mirrored(BASELINE + i), false, START).after();
    }

    CountedRead afterPause = counter.count(mirrored(110), false, START.plusMillis(1500));

    assertEquals(Reason.NEW_COUNTER, afterPause.verdict().reason());
    assertEquals(1, afterPause.after().quickRun());
  }

  @Test
  void lateReadsBetween_doNotHideARun() {
    ReadCounter counter = fresh;
    for (int value : new int[] {102, 101, 104, 103}) {
      counter = counter.count(mirrored(value), false, START).after();
    }

    assertEquals(
        Reason.QUICK_SUCCESSION, counter.count(mirrored(106), false, START).verdict().reason());
  }

  @Test
  void aClockSetBack_flagsNothing() {
    ReadCounter counter = fresh;
    Instant now = START;
    for (int i = 1; i <= 2; i++) {
      counter = counter.count(mirrored(BASELINE + i), false, now).after();
    }

    CountedRead back = counter.count(mirrored(103), false, now.minusSeconds(3600));

    assertEquals(Reason.NEW_COUNTER, back.verdict().reason());
    assertEquals(now.minusSeconds(3600), back.after().lastAt());
  }

  /** Nobody can stop the count of an unsigned chip by typing a link with the highest value. */
  @Test
  void aTypedHighest_leavesTheChipsOwnReadsTaps() {
    ReadCounter typed = fresh.count(mirrored(Mirror.MAX_COUNTER), false, START).after();

    CountedRead honest = typed.count(mirrored(101), false, START.plusSeconds(60));

    assertEquals(tap(mirrored(101), Reason.LATE_COUNTER), honest.verdict());
    assertEquals(2, honest.after().seen());
  }

  @Test
  void aCounterAtItsEnd_isSaidToBe() {
    Verdict end = mirrored(Mirror.MAX_COUNTER);
    CountedRead last = fresh.count(end, false, START);

    assertEquals(end, last.verdict());
    assertEquals(
        replay(end, Reason.COUNTER_STOPPED), last.after().count(end, true, START).verdict());
    assertEquals(
        replay(end, Reason.COUNTER_STOPPED),
        ReadCounter.startingAt(Mirror.MAX_COUNTER).count(end, false, START).verdict());
  }

  /** An NTAG 424 DNA gives no second link there, so a second one was opened again. */
  @Test
  void aSignedLinkOfTheEnd_isAReplayAsAnyOther() {
    Verdict end = read(Assurance.SIGNED, Mirror.MAX_COUNTER);
    ReadCounter last = fresh.count(end, false, START).after();

    assertEquals(replay(end, Reason.COUNTER_SEEN), last.count(end, true, START).verdict());
  }

  @Test
  void whatIsNoTapWithACounter_cannotBeCounted() {
    Verdict bare = Verdict.bare(HitClass.TAP, Reason.CHIP_LINK);
    Verdict replay = replay(mirrored(101), Reason.COUNTER_SEEN);

    assertThrows(IllegalArgumentException.class, () -> fresh.count(bare, false, START));
    assertThrows(IllegalArgumentException.class, () -> fresh.count(replay, false, START));
  }

  @ParameterizedTest
  @CsvSource({
    // baseline, last, seen, missed, quickRun
    "-1,       0,        1,  0, 0",
    " 5,       4,        0, -1, 0",
    " 0,       16777216, 16777216, 0, 0",
    " 0,       2,        1,  0, 0",
    " 0,       2,        3, -1, 0",
    " 0,       2,       -1,  3, 0",
    " 0,       2,        1,  1, 2",
    " 0,       2,        1,  1, -1"
  })
  void aCounterThatDoesNotAddUp_isNotMade(
      int baseline, int last, int seen, int missed, int quickRun) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReadCounter(baseline, last, seen, missed, START, quickRun));
  }

  @Test
  void aBlock_holdsEachOfItsValues() {
    UsedBlock block = UsedBlock.unused(UsedBlock.indexOf(130));
    for (int value = 128; value < 192; value++) {
      assertFalse(block.has(value));
      block = block.with(value);
      assertTrue(block.has(value));
      assertEquals(value - 127, block.size());
    }
    assertEquals(new UsedBlock(2, -1L), block);
    assertEquals(block, block.with(150));
  }

  @Test
  void aBlock_knowsNothingOfOthers() {
    UsedBlock block = UsedBlock.unused(2);

    for (int outside : new int[] {-1, 0, 127, 192}) {
      assertThrows(IllegalArgumentException.class, () -> block.has(outside));
      assertThrows(IllegalArgumentException.class, () -> block.with(outside));
    }
    assertThrows(IllegalArgumentException.class, () -> UsedBlock.unused(-1));
    assertThrows(IllegalArgumentException.class, () -> UsedBlock.unused(262_144));
    assertEquals(262_143, UsedBlock.indexOf(Mirror.MAX_COUNTER));
  }

  private static Verdict mirrored(int counter) {
    return read(Assurance.MIRRORED, counter);
  }

  private static Verdict read(Assurance assurance, int counter) {
    return new Verdict(HitClass.TAP, assurance, Reason.NEW_COUNTER, counter);
  }

  private static Verdict tap(Verdict read, Reason reason) {
    return new Verdict(HitClass.TAP, read.assurance(), reason, read.counter());
  }

  private static Verdict replay(Verdict read, Reason reason) {
    return new Verdict(HitClass.REPLAY, read.assurance(), reason, read.counter());
  }
}
