package tapwright.agent.station.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.print.job.FakePrinter;
import tapwright.agent.print.job.LinePress;
import tapwright.agent.print.job.PrintRun;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.StationNews;
import tapwright.agent.station.Tagged;
import tapwright.agent.station.WorkItem;
import tapwright.agent.station.journal.LabelJournal;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/** A station's labels: one for each card that is made, whatever ends the run. */
class LabelDeskTest {

  @TempDir Path folder;

  private final FakePrinter printer = new FakePrinter();
  private final List<String> said = new ArrayList<>();
  private LabelJournal journal;
  private int jobs;

  @BeforeEach
  void open() {
    journal = LabelJournal.open(folder, () -> Instant.EPOCH, new Random(1));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private LabelDesk desk() {
    PrintRun run =
        new PrintRun(
            printer,
            new LinePress(1, 1),
            journal,
            new PrintRun.Office(
                new NoTime(), () -> String.valueOf(++jobs), Duration.ofSeconds(1), news -> {}));
    return new LabelDesk(run, journal.wanted(), "t", news -> said.add(news.toString()));
  }

  private static WorkItem item(String owner, String link) {
    EncodeRequest request = new EncodeRequest(List.of(Bytes.EMPTY), Counting.NONE, Finish.OPEN);
    return new WorkItem(
        owner, "card of " + owner, request, LabelContent.of(link).with(LabelField.NAME, "Ada"));
  }

  private static void begin(LabelDesk desk, WorkItem item) {
    desk.on(new StationNews.CardBegun(item));
  }

  private static void make(LabelDesk desk, WorkItem item) {
    begin(desk, item);
    desk.on(verified(item));
  }

  private static StationNews verified(WorkItem item) {
    Tagged tag = new Tagged(Uid.ofHex("04E141124C2880"), "NTAG215");
    return new StationNews.CardVerified(
        item, tag, new EncodeOutcome.Verified(Bytes.EMPTY, 0, 0, null, 0), OptionalInt.empty());
  }

  private void workToTheEnd(LabelDesk desk) {
    desk.close();
    desk.work();
  }

  @Test
  void eachMadeCard_getsOneLabel() {
    LabelDesk desk = desk();
    make(desk, item("job:1", "L1"));
    begin(desk, item("job:2", "L2"));
    make(desk, item("job:3", "L3"));
    workToTheEnd(desk);

    assertEquals(List.of("L1", "L3"), printer.paper());
    assertEquals(2, desk.result().printed());
  }

  /** A full disk ends no thread: the label waits, and staff are told why. */
  @Test
  void journalThatFails_keepsTheLabelForTheNextRun() {
    LabelDesk desk = desk();
    make(desk, item("job:1", "L1"));
    journal.close();
    workToTheEnd(desk);

    assertEquals(List.of("card of job:1"), desk.result().waiting());
    assertTrue(said.getLast().contains("labels wait: "), said.toString());
    journal = LabelJournal.open(folder, () -> Instant.EPOCH, new Random(1));
  }

  @Test
  void labelsOfAKilledRun_arePrintedByTheNextOne() {
    LabelDesk killed = desk();
    make(killed, item("job:1", "L1"));
    begin(killed, item("job:2", "L2"));
    begin(killed, item("job:3", "L3"));
    LabelDesk next = desk();
    next.takeUp(Set.of("job:1", "job:2")::contains);
    workToTheEnd(next);
    LabelDesk third = desk();
    third.takeUp(Set.of("job:1", "job:2")::contains);
    workToTheEnd(third);

    assertEquals(List.of("L1", "L2"), printer.paper());
  }

  @Test
  void labelsThatArePrinted_areNotTakenUp() {
    LabelDesk desk = desk();
    make(desk, item("job:1", "L1"));
    begin(desk, item("job:2", "L2"));
    workToTheEnd(desk);
    LabelDesk next = desk();
    next.takeUp(owner -> true);

    assertEquals(List.of("card of job:2"), next.result().waiting());
  }

  @Test
  void runKilledWhilePrinting_asksTheQueueBeforeItPrintsAgain() {
    printer.killing(1, true);
    LabelDesk killed = desk();
    make(killed, item("job:1", "L1"));
    assertThrows(FakePrinter.Killed.class, () -> workToTheEnd(killed));
    LabelDesk next = desk();
    next.takeUp(owner -> true);
    workToTheEnd(next);

    assertEquals(List.of("L1"), printer.paper());
  }

  @Test
  void twoCardsOfOneLink_getALabelEach() {
    LabelDesk desk = desk();
    make(desk, item("job:1", "L"));
    make(desk, item("job:2", "L"));
    make(desk, item("job:1", "L"));
    workToTheEnd(desk);

    assertEquals(List.of("L", "L"), printer.paper());
  }

  @Test
  void printerThatFails_leavesTheLabelsWaiting() {
    printer.then(new Delivery.NotPrinted("jammed"));
    LabelDesk desk = desk();
    make(desk, item("job:1", "L1"));
    make(desk, item("job:2", "L2"));
    workToTheEnd(desk);

    assertEquals(List.of("card of job:1", "card of job:2"), desk.result().waiting());
    LabelDesk next = desk();
    next.takeUp(owner -> true);
    workToTheEnd(next);
    assertEquals(List.of("L1", "L2"), printer.paper());
  }

  @Test
  void unclearLabel_isToldAndTheOthersPrinted() {
    printer.then(new Delivery.Unclear("lost"));
    LabelDesk desk = desk();
    make(desk, item("job:1", "L1"));
    make(desk, item("job:2", "L2"));
    workToTheEnd(desk);

    assertEquals(List.of("L2"), printer.paper());
    assertEquals("L1", desk.result().unclear().getFirst().link());
  }

  @Test
  void label_isFoundByItsCardsNumber() {
    begin(desk(), item("job:1", "HTTPS://EXAMPLE.COM/Q/0123456789"));

    assertEquals("card of job:1", journal.wanted().find("0123456789").orElseThrow().label());
    assertEquals(
        "Ada",
        journal
            .wanted()
            .find("https://example.com/q/0123456789".toUpperCase(Locale.ROOT))
            .orElseThrow()
            .content()
            .value(LabelField.NAME));
    assertTrue(journal.wanted().find("9").isEmpty());
    assertTrue(journal.wanted().find("%").isEmpty());
    assertTrue(journal.wanted().find(" ").isEmpty());
    assertTrue(journal.wanted().find("").isEmpty());
  }

  /** No time passes. */
  private static final class NoTime implements PrinterClock {

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public void pause(Duration time) {}
  }
}
