package tapwright.agent.station.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.encode.Finish;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.Signal;
import tapwright.agent.station.FakeClock;
import tapwright.agent.station.FakeReader;
import tapwright.agent.station.FakeTag;
import tapwright.agent.station.ReaderDoing;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.journal.Journal;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;

class BatchTest {

  private static final String THREE =
      """
      name,title,url,order
      Ada Example,Engineer,https://example.com/ada,S-1
      张伟,,https://example.com/zhang,S-2
      Jürgen Groß,,https://example.com/juergen,S-3
      """;

  @TempDir Path folder;
  private final FakeClock clock = new FakeClock();
  private final List<StationNews> news = new ArrayList<>();

  @Test
  void run_blankCards_giveEachRowItsCard() {
    List<FakeTag> tags = tags(3, "NTAG215");
    BatchSummary summary = run(THREE, pile(tags), () -> {});
    assertTrue(summary.isComplete());
    assertEquals(3, summary.verifiedNow());
    assertEachRowHasOneCard(THREE, tags);
  }

  @Test
  void run_tellsAtTheReaderHowEachCardWent() {
    List<FakeTag> tags = tags(3, "NTAG215");
    FakeTag locked = new FakeTag(9, "NTAG215");
    locked.readOnly = true;
    run(THREE, pile(List.of(tags.get(0), tags.get(0), locked, tags.get(1), tags.get(2))), () -> {});

    assertEquals(List.of(Signal.GOOD, Signal.BAD), tags.get(0).signals);
    assertEquals(List.of(Signal.BAD), locked.signals);
    assertEquals(List.of(Signal.GOOD), tags.get(2).signals);
  }

  @Test
  void run_interrupted_waitsForNoCardAnyMore() {
    FakeTag tag = new FakeTag(1, "NTAG215");
    BatchSummary summary = run(THREE, () -> layAndInterrupt(tag), () -> {});

    assertTrue(Thread.interrupted(), "whoever called is to know it too");
    assertEquals(1, summary.verifiedNow());
  }

  private static Optional<FakeTag> layAndInterrupt(FakeTag tag) {
    assertFalse(Thread.currentThread().isInterrupted(), "a card was waited for");
    Thread.currentThread().interrupt();
    return Optional.of(tag);
  }

  @Test
  void run_again_makesNothingAndTakesNoCard() {
    List<FakeTag> tags = tags(4, "NTAG215");
    run(THREE, pile(tags), () -> {});
    BatchSummary again = run(THREE, pile(List.of(tags.get(3))), () -> {});
    assertEquals(3, again.verified());
    assertEquals(0, again.verifiedNow());
    assertEquals(Bytes.EMPTY, tags.get(3).content);
  }

  @Test
  void run_cardOfAnotherRow_isRefusedWithItsOwner() {
    List<FakeTag> tags = tags(3, "NTAG215");
    FakeTag first = tags.get(0);
    BatchSummary summary =
        run(THREE, pile(List.of(first, first, tags.get(1), tags.get(2))), () -> {});
    assertTrue(summary.isComplete());
    assertEquals(Map.of("uid-owned", 1), summary.causes());
    assertTrue(
        news.stream()
            .anyMatch(
                one ->
                    one instanceof StationNews.TagRefused refused
                        && refused
                            .refusal()
                            .message()
                            .contains("belongs to b.csv line 2 (Ada Example) (finished)")));
  }

  @Test
  void run_tellsWhoseCardLiesThereAndWhetherItIsTaken() {
    List<FakeTag> tags = tags(4, "NTAG215");
    tags.get(0).readOnly = true;
    run(THREE, pile(tags), () -> {});
    assertEquals(
        List.of("WRITING", "REFUSED", "WRITING", "DONE", "WRITING", "DONE", "WRITING", "DONE"),
        atReader().map(at -> at.doing().name()).toList());
    assertEquals(
        List.of("b.csv line 2 (Ada Example)", "", "b.csv line 2 (Ada Example)"),
        atReader().limit(3).map(at -> at.label().isEmpty() ? "" : "b.csv " + at.label()).toList());
  }

  private Stream<StationNews.AtReader> atReader() {
    return news.stream()
        .filter(StationNews.AtReader.class::isInstance)
        .map(StationNews.AtReader.class::cast)
        .filter(at -> at.doing() != ReaderDoing.WAITING);
  }

  @Test
  void run_again_finishedCardStillThere_isNoFailure() {
    List<FakeTag> tags = tags(3, "NTAG215");
    run(THREE, pile(tags.subList(0, 1)), () -> {});
    BatchSummary again = run(THREE, pile(List.of(tags.get(0), tags.get(1), tags.get(2))), () -> {});
    assertTrue(again.isComplete());
    assertEquals(Map.of(), again.causes());
    assertTrue(news.stream().anyMatch(one -> one instanceof StationNews.MadeBefore));
  }

  @Test
  void run_contactTooLongForTheChip_putsTheLinkAloneAndSaysByHowMuch() {
    String longTitle = "name,title,url\nAda,\"" + "x".repeat(100) + "\",https://example.com/ada\n";
    BatchSummary summary = run(longTitle, pile(tags(1, "NTAG213")), () -> {});
    assertTrue(summary.isComplete());
    assertEquals(1, summary.linkOnly());
    int preferred =
        BatchFileTest.sound(longTitle)
            .rows()
            .getFirst()
            .request(Finish.OPEN)
            .messages()
            .getFirst()
            .size();
    assertTrue(
        news.stream()
            .anyMatch(
                one ->
                    one instanceof StationNews.CardVerified card
                        && card.contactLeftOut().orElse(0) == preferred - 137));
  }

  @Test
  void run_linkTooLongForTheChip_refusesTheRowAndKeepsTheCardForTheNext() {
    String rows =
        "name,url\nAda,https://example.com/" + "a".repeat(150) + "\nBob,https://example.com/b\n";
    List<FakeTag> tags = tags(1, "NTAG213");
    BatchSummary summary = run(rows, pile(tags), () -> {});
    assertFalse(summary.isComplete());
    assertEquals(1, summary.verified());
    assertEquals("tag-message-too-long", summary.refused().getFirst().code());
    BatchSummary larger = run(rows, pile(tags(2, "NTAG216").subList(1, 2)), () -> {});
    assertTrue(larger.isComplete());
  }

  @Test
  void run_readOnlyCard_isTurnedAwayAndTheRowWaitsForAnother() {
    List<FakeTag> tags = tags(4, "NTAG215");
    tags.get(0).readOnly = true;
    BatchSummary summary = run(THREE, pile(tags), () -> {});
    assertTrue(summary.isComplete());
    assertEquals(Map.of("tag-read-only", 1), summary.causes());
  }

  @Test
  void run_cardLiftedMidway_isFinishedAsWhatItWasBegunAs() {
    List<FakeTag> tags = tags(3, "NTAG215");
    FakeTag torn = tags.get(0);
    Countdown lift = new Countdown(3, () -> new ReaderFault.TagGone("writing", null));
    BatchSummary summary = run(THREE, pile(List.of(torn, tags.get(1), torn, tags.get(2))), lift);
    assertTrue(summary.isComplete());
    assertEquals(linkOf(THREE, 0), torn.content);
    assertEachRowHasOneCard(THREE, tags);
  }

  @Test
  void run_begunCardNeverComesBack_endsAndSaysWhich() {
    List<FakeTag> tags = tags(4, "NTAG215");
    Countdown lift = new Countdown(3, () -> new ReaderFault.TagGone("writing", null));
    BatchSummary summary = run(THREE, pile(tags), lift);
    assertEquals(2, summary.verified());
    assertEquals(tags.get(0).uid().toString(), summary.unfinished().getFirst().uid());
    assertEquals(Bytes.EMPTY, tags.get(3).content);
  }

  @Test
  void giveUp_lostCard_givesItsRowAnotherAndNeverTakesItAgain() {
    List<FakeTag> tags = tags(4, "NTAG215");
    FakeTag lost = tags.get(0);
    run(
        THREE,
        pile(tags.subList(0, 3)),
        new Countdown(3, () -> new ReaderFault.TagGone("x", null)));
    try (Journal journal = Journal.open(folder, clock, new Random(1))) {
      Batch batch = batch(THREE, pile(List.of(lost, tags.get(3))), () -> {}, journal);
      assertTrue(batch.giveUp("--lost", tags.get(1).uid()) instanceof Checked.Refused);
      assertTrue(batch.giveUp("--lost", lost.uid()) instanceof Checked.Passed);
      BatchSummary summary = batch.run().orThrow();
      assertTrue(summary.isComplete());
      assertEquals(Map.of("uid-scrapped", 1), summary.causes());
      assertEquals(3, batch.sheetLabels().size());
    }
    assertEquals(FakeTag.TORN, lost.content);
  }

  @Test
  void run_editedFile_isANewBatchThatKnowsOfTheOld() {
    List<FakeTag> tags = tags(3, "NTAG215");
    run(THREE, pile(tags.subList(0, 1)), () -> {});
    run(THREE.replace("Engineer", "Doctor"), pile(tags), () -> {});
    assertTrue(
        news.contains(
            new StationNews.Notice(
                "b.csv was another batch before its content changed: 1 cards made, 0 begun, 2"
                    + " waiting; their cards are not taken for this one")));
    assertEquals(linkOf(THREE, 0), tags.get(0).content);
  }

  @Test
  void run_readerGone_waitsForItAndGoesOn() {
    List<FakeTag> tags = tags(3, "NTAG215");
    BatchSummary summary =
        run(THREE, pile(tags), new Countdown(1, () -> new ReaderFault.ReaderGone("waiting", null)));
    assertTrue(summary.isComplete());
    assertEquals(Map.of("reader-failed", 1), summary.causes());
  }

  @Test
  void run_killedAtEveryMoment_makesEachRowOnceAfterARestart() {
    Path each = folder;
    int moments = 0;
    boolean killed = true;
    while (killed) {
      moments++;
      folder = each.resolve("killed-" + moments);
      List<FakeTag> tags = tags(3, "NTAG215");
      killed = runKilled(THREE, pile(tags), new Countdown(moments, Killed::new));
      assertTrue(run(THREE, shuffled(tags, new Random(moments)), () -> {}).isComplete());
      assertEachRowHasOneCard(THREE, tags);
    }
    assertTrue(moments > 10, "only " + moments + " moments");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20260905, 20260906})
  void run_killsAndTearsAtRandom_makeEachRowOnce(long seed) {
    Random random = new Random(seed);
    String rows = rows(12);
    List<FakeTag> tags = tags(14, "NTAG215");
    int kills = 0;
    boolean done = false;
    while (!done) {
      Runnable trouble = () -> trouble(random);
      if (runKilled(rows, shuffled(tags, random), trouble)) {
        kills++;
      } else {
        try (Journal journal = Journal.open(folder, clock, new Random(1))) {
          done = batch(rows, Optional::empty, () -> {}, journal).run().orThrow().isComplete();
        }
      }
    }
    assertTrue(kills > 0, "seed " + seed + " killed nothing");
    assertEachRowHasOneCard(rows, tags);
  }

  @Test
  void run_againWithAnotherFinish_isRefusedOnceACardIsMade() {
    TagPassword first = new TagPassword(Bytes.ofHex("A1B2C3D4"), Bytes.ofHex("5EC2"));
    TagPassword other = new TagPassword(Bytes.ofHex("11223344"), Bytes.ofHex("5566"));
    Finish made =
        new Finish(false, Optional.of(PasswordSetting.forWriting(first)), Optional.empty());
    Finish locked = new Finish(true, made.password(), Optional.empty());
    Finish exchanged =
        new Finish(false, Optional.of(PasswordSetting.forWriting(other)), Optional.empty());

    assertEquals("done", runWith(Finish.OPEN, Optional.empty()));
    assertEquals("done", runWith(made, Optional.of(new FakeTag(1, "NTAG215"))));
    assertEquals("batch-finish-differs", runWith(locked, Optional.empty()));
    assertEquals("batch-finish-differs", runWith(exchanged, Optional.empty()));
    assertEquals("batch-finish-differs", runWith(Finish.OPEN, Optional.empty()));
    assertEquals("done", runWith(made, Optional.empty()));
  }

  private String runWith(Finish finish, Optional<FakeTag> card) {
    try (Journal journal = Journal.open(folder, clock, new Random(1))) {
      Supplier<Optional<FakeTag>> somebody = pile(card.stream().toList());
      List<FakeReader> readers = List.of(new FakeReader(clock, somebody, () -> {}));
      Batch.Settings settings = new Batch.Settings(clock, clock, Duration.ofSeconds(30), finish);
      return switch (new Batch(BatchFileTest.sound(THREE), readers, journal, settings, news::add)
          .run()) {
        case Checked.Passed<BatchSummary> done -> "done";
        case Checked.Refused<BatchSummary>(Refusal refusal) -> refusal.code().code();
      };
    }
  }

  private static void trouble(Random random) {
    int dice = random.nextInt(30);
    if (dice == 0) {
      throw new Killed();
    } else if (dice == 1) {
      throw new ReaderFault.TagGone("writing", null);
    } else if (dice == 2) {
      throw new ReaderFault.AnswerUnknown("writing", "6300");
    }
  }

  private BatchSummary run(String rows, Supplier<Optional<FakeTag>> somebody, Runnable moment) {
    try (Journal journal = Journal.open(folder, clock, new Random(1))) {
      return batch(rows, somebody, moment, journal).run().orThrow();
    }
  }

  /** Whether the run was killed before its end. */
  private boolean runKilled(String rows, Supplier<Optional<FakeTag>> somebody, Runnable moment) {
    try {
      run(rows, somebody, moment);
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  private Batch batch(
      String rows, Supplier<Optional<FakeTag>> somebody, Runnable moment, Journal journal) {
    return new Batch(
        BatchFileTest.sound(rows),
        List.of(new FakeReader(clock, somebody, moment)),
        journal,
        new Batch.Settings(clock, clock, Duration.ofSeconds(30), Finish.OPEN),
        news::add);
  }

  private static void assertEachRowHasOneCard(String rows, List<FakeTag> tags) {
    List<Bytes> wanted =
        BatchFileTest.sound(rows).rows().stream()
            .map(row -> row.request(Finish.OPEN).messages().getFirst())
            .toList();
    List<Bytes> made = tags.stream().filter(FakeTag::isWhole).map(tag -> tag.content).toList();
    Set<Bytes> distinct = new HashSet<>(made);
    assertEquals(new HashSet<>(wanted), distinct);
    assertEquals(wanted.size(), made.size());
    assertTrue(tags.stream().noneMatch(tag -> tag.content.equals(FakeTag.TORN)));
  }

  private static Bytes linkOf(String rows, int index) {
    return BatchFileTest.sound(rows).rows().get(index).request(Finish.OPEN).messages().getFirst();
  }

  private static List<FakeTag> tags(int count, String model) {
    return IntStream.range(0, count).mapToObj(i -> new FakeTag(i + 1, model)).toList();
  }

  private static Supplier<Optional<FakeTag>> pile(List<FakeTag> tags) {
    Deque<FakeTag> pile = new ArrayDeque<>(tags);
    return () -> Optional.ofNullable(pile.poll());
  }

  /** Somebody who lays tags in any order, again and again, and then goes home. */
  private static Supplier<Optional<FakeTag>> shuffled(List<FakeTag> tags, Random random) {
    List<FakeTag> many = new ArrayList<>();
    for (int i = 0; i < tags.size() * 10; i++) {
      many.add(tags.get(random.nextInt(tags.size())));
    }
    many.addAll(tags);
    return pile(many);
  }

  private static String rows(int count) {
    String[] rows = new String[count];
    Arrays.setAll(rows, i -> "Person " + i + ",https://example.com/" + i + "\n");
    return "name,url\n" + String.join("", rows);
  }

  /** The process is gone. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Lets the nth moment fail. */
  private static final class Countdown implements Runnable {

    private final Supplier<RuntimeException> fault;
    private int left;

    Countdown(int left, Supplier<RuntimeException> fault) {
      this.left = left;
      this.fault = fault;
    }

    @Override
    public void run() {
      left--;
      if (left == 0) {
        throw fault.get();
      }
    }
  }
}
