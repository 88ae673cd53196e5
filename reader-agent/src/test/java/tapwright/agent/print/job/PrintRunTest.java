package tapwright.agent.print.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.print.job.PrintWishes.Doubt;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.PrinterLook;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.station.journal.LabelJournal;

/** Trays of labels on a printer that fails in each way, with the real journal. */
class PrintRunTest {

  @TempDir Path folder;

  private final FakePrinter printer = new FakePrinter();
  private final List<PrintNews> news = new ArrayList<>();
  private Runnable whenWaiting = () -> {};
  private LabelJournal journal;
  private int jobNumber;

  @BeforeEach
  void open() {
    journal = LabelJournal.open(folder, () -> Instant.EPOCH, new Random(1));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private static List<LabelOrder> orders(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(PrintRunTest::order).toList();
  }

  private static LabelOrder order(int number) {
    String link = "L" + number;
    return new LabelOrder(
        new LabelKey(link, "t", 1),
        "line " + number,
        LabelContent.of(link).with(LabelField.NAME, "Ada"));
  }

  private PrintRun run(Press press) {
    return new PrintRun(
        printer,
        press,
        journal,
        new PrintRun.Office(
            new SteppingClock(),
            () -> String.valueOf(++jobNumber),
            Duration.ofSeconds(10),
            this::hear));
  }

  private void hear(PrintNews one) {
    news.add(one);
    if (one instanceof PrintNews.Waits) {
      whenWaiting.run();
    }
  }

  private PrintSummary print(int count, PrintWishes wishes) {
    return run(new LinePress(1, 1)).print(orders(count), wishes);
  }

  @Test
  void labels_arePrintedOnceHoweverOftenTheRunIsRepeated() {
    assertEquals(3, print(3, PrintWishes.ONCE).printed());
    PrintSummary second = print(4, PrintWishes.ONCE);

    assertEquals(List.of("L1", "L2", "L3", "L4"), printer.paper());
    assertEquals(3, second.printedBefore());
    assertTrue(second.isComplete());
  }

  @Test
  void printerThatFailsMidTray_losesNothingAndGoesOn() {
    printer.then(new Delivery.Printed()).then(new Delivery.NotPrinted("jammed"));
    PrintSummary first = print(4, PrintWishes.ONCE);

    assertEquals(3, first.waiting());
    assertEquals(Map.of("not-printed", 1), first.causes());
    assertEquals(3, print(4, PrintWishes.ONCE).printed());
    assertEquals(List.of("L1", "L2", "L3", "L4"), printer.paper());
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 2"})
  void killedRun_learnsFromTheQueueWhatBecameOfItsJob(boolean printed, int printedNow) {
    printer.killing(2, printed);
    assertThrows(FakePrinter.Killed.class, () -> print(3, PrintWishes.ONCE));
    PrintSummary next = print(3, PrintWishes.ONCE);

    assertEquals(printedNow, next.printed());
    assertEquals(List.of("L1", "L2", "L3"), printer.paper());
    assertTrue(next.isComplete());
  }

  @Test
  void killedRunWhoseQueueForgot_isToldAndNeverPrintedByItself() {
    printer.killing(2, true);
    assertThrows(FakePrinter.Killed.class, () -> print(3, PrintWishes.ONCE));
    printer.forget();
    PrintSummary next = print(3, PrintWishes.ONCE);

    assertEquals(List.of("L1", "L2", "L3"), printer.paper());
    assertEquals(
        List.of(new PrintSummary.Unclear("line 2", "L2", "the queue does not know it")),
        next.unclear());
    assertFalse(next.isComplete());
    assertEquals(1, print(3, PrintWishes.ONCE).unclear().size(), "it was passed over");
  }

  @Test
  void unclearLabel_isSettledByWhatAPersonFound() {
    printer.then(new Delivery.Unclear("lost"));
    assertEquals(1, print(1, PrintWishes.ONCE).unclear().size());
    PrintSummary found = print(1, new PrintWishes(false, Doubt.PRINTED));

    assertEquals(1, found.printedBefore());
    assertEquals(List.of(), printer.paper());
    assertTrue(print(1, PrintWishes.ONCE).isComplete());
  }

  @Test
  void unclearLabelThatIsNotThere_isPrintedAsReprint() {
    printer.then(new Delivery.Unclear("lost"));
    print(1, PrintWishes.ONCE);
    PrintSummary again = print(1, new PrintWishes(false, Doubt.AGAIN));

    assertEquals(1, again.reprinted());
    assertEquals(List.of("L1 REPRINT 1"), printer.paper());
    assertEquals(1, print(1, PrintWishes.ONCE).printedBefore());
  }

  @Test
  void again_printsMarkedAndCountsUp() {
    print(1, PrintWishes.ONCE);
    PrintWishes again = new PrintWishes(true, Doubt.TOLD);
    print(1, again);
    assertEquals(1, print(1, again).reprinted());

    assertEquals(List.of("L1", "L1 REPRINT 1", "L1 REPRINT 2"), printer.paper());
  }

  @Test
  void reprintThatFails_leavesTheLabelPrinted() {
    print(1, PrintWishes.ONCE);
    printer.then(new Delivery.NotPrinted("jammed"));
    PrintSummary failed = print(1, new PrintWishes(true, Doubt.TOLD));

    assertEquals(0, failed.reprinted());
    assertEquals(1, print(1, PrintWishes.ONCE).printedBefore());
  }

  @Test
  void printerThatIsNotReady_isWaitedForAndTold() {
    PrinterLook paused = PrinterLook.needsHelp("paused");
    printer.looking(PrinterLook.READY, paused, paused, PrinterLook.READY);

    assertEquals(1, print(1, PrintWishes.ONCE).printed());
    assertEquals(1, news.stream().filter(PrintNews.Waits.class::isInstance).count());
  }

  @Test
  void printerThatStaysPaused_endsTheRunWithNothingBegun() {
    PrinterLook paused = PrinterLook.needsHelp("paused");
    IntStream.range(0, 100).forEach(i -> printer.looking(paused));
    PrintSummary summary = print(2, PrintWishes.ONCE);

    assertEquals(Map.of("printer-not-ready", 1), summary.causes());
    assertEquals(2, summary.waiting());
    assertEquals(new LabelStanding.Unprinted(), journal.standingOf(order(1).key()));
  }

  @Test
  void runThatIsInterrupted_waitsForNoPrinterAnyMore() {
    whenWaiting = Thread.currentThread()::interrupt;
    printer.looking(
        PrinterLook.READY,
        PrinterLook.needsHelp("paused"),
        PrinterLook.needsHelp("jammed"),
        PrinterLook.needsHelp("too hot"));
    PrintSummary summary = print(2, PrintWishes.ONCE);

    assertTrue(Thread.interrupted(), "whoever called is to know it too");
    assertEquals(1, news.stream().filter(PrintNews.Waits.class::isInstance).count());
    assertEquals(2, summary.waiting());
  }

  @Test
  void sheets_areJobsOfTheirLabelsAndTheFirstOneIsShort() {
    PrintSummary summary = run(new LinePress(3, 1)).print(orders(5), PrintWishes.ONCE);

    assertEquals(5, summary.printed());
    assertEquals(3, jobNumber, "one label, three, one");
  }

  @Test
  void secondRunAtOnce_waitsForItsTurn() {
    try (PrintRecord.Turn _ = journal.turn().orElseThrow()) {
      PrintSummary summary = print(1, PrintWishes.ONCE);
      assertEquals(Map.of("printer-in-use", 1), summary.causes());
    }
    assertEquals(1, print(1, PrintWishes.ONCE).printed());
  }

  @Test
  void handedOverLabels_areCountedApart() {
    printer.then(new Delivery.HandedOver("silent"));
    PrintSummary summary = print(1, PrintWishes.ONCE);

    assertEquals(1, summary.handedOver());
    assertEquals(0, summary.printed());
    assertEquals(1, print(1, PrintWishes.ONCE).printedBefore());
  }

  @Test
  void labelThatCannotBePrinted_isAnObjectionToAllOfThem() {
    LabelOrder nameless =
        new LabelOrder(new LabelKey("L9", "t", 1), "line 9", LabelContent.of("L9"));
    assertEquals(
        "print-job-label: line 9: it: no name",
        run(new LinePress(1, 1)).objections(List.of(order(1), nameless)).getFirst().toString());
  }

  /** Each pause passes its time. */
  private static final class SteppingClock implements PrinterClock {

    private long nanos;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void pause(Duration time) {
      nanos += time.toNanos();
    }
  }
}
