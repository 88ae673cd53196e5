package tapwright.agent.print.target.zpl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.ipp.ListedWatch;

/** Labels to a printer that tells how it is, and to one that does not. */
class ZplTargetTest {

  private static final String LABEL = "^XA^FO10,10^GB20,20^FS^XZ";

  private final List<Runnable> meanwhile = new ArrayList<>();
  private final ListedWatch watch = new ListedWatch();
  private FakeLabelPrinter printer;

  @BeforeEach
  void start() throws Exception {
    printer = new FakeLabelPrinter();
  }

  @AfterEach
  void end() throws Exception {
    printer.close();
  }

  private Delivery print() {
    return target().print(document(), watch);
  }

  private static PrintDocument document() {
    return new PrintDocument(
        "one", new LabelSize(50, 30), out -> out.write(LABEL.getBytes(StandardCharsets.UTF_8)));
  }

  private ZplTarget target() {
    return new ZplTarget(printer.address(), new Pauses(), Duration.ofMinutes(1));
  }

  @Test
  void printerThatAnswers_tellsThatItIsPrinted() {
    assertEquals(new Delivery.Printed(), print());
    assertEquals(List.of(LABEL), printer.labels());
  }

  @Test
  void printerThatDoesNotAnswer_wasHandedTheLabel() {
    printer.silence();
    assertInstanceOf(Delivery.HandedOver.class, print());
    assertEquals(List.of("does not tell how it is"), target().look().words());
  }

  @Test
  void printerThatDoesNotAnswer_isAskedOnce() throws InterruptedException {
    printer.silence();
    ZplTarget target = target();
    target.look();
    target.print(document(), watch);
    target.look();
    target.print(document(), watch);

    assertEquals(1, printer.questions());
    assertEquals(List.of(LABEL, LABEL), printer.labels(2));
  }

  @Test
  void printerThatAnswersTooLate_isHeardToItsEndAndGetsItsLabel() throws InterruptedException {
    printer.answerLate();
    assertInstanceOf(Delivery.HandedOver.class, print());

    assertEquals(List.of(LABEL), printer.labels(1));
    assertFalse(printer.wasCutOff());
  }

  @Test
  void paperOut_isWaitedForBeforeTheLabelIsSent() {
    printer.paperOut(true);
    meanwhile.add(() -> assertEquals(List.of(), printer.labels()));
    meanwhile.add(() -> printer.paperOut(false));

    assertEquals(new Delivery.Printed(), print());
    assertEquals(List.of("out of labels", "ready"), watch.waits());
  }

  @Test
  void headLeftOpen_endsWithoutALabel() {
    printer.headOpen(true);
    printer.paused(true);

    assertEquals(new Delivery.NotPrinted("it could not print: its head is open, paused"), print());
    assertEquals(List.of(), printer.labels());
  }

  @Test
  void runThatIsInterrupted_waitsNoMore() {
    printer.paperOut(true);
    meanwhile.add(Thread.currentThread()::interrupt);
    meanwhile.add(() -> fail("it waited on"));

    assertEquals(new Delivery.NotPrinted("it could not print: out of labels"), print());
    assertTrue(Thread.interrupted(), "whoever called is to know it too");
  }

  @Test
  void paperOutWhilePrinting_isToldAndPrintsWhenThereIsPaper() {
    meanwhile.add(() -> {});
    printer.batchLeft(1);
    meanwhile.add(() -> printer.paperOut(true));
    meanwhile.add(() -> {});
    meanwhile.add(() -> printer.paperOut(false));
    meanwhile.add(() -> printer.batchLeft(0));

    assertEquals(new Delivery.Printed(), print());
    assertEquals(List.of("out of labels", "ready"), watch.waits());
  }

  @Test
  void labelThatStaysInTheBuffer_isUnclear() {
    printer.batchLeft(1);
    assertInstanceOf(Delivery.Unclear.class, print());
  }

  @Test
  void connectionLostWithTheLabel_isUnclear() {
    printer.hangUpOnLabels();
    assertInstanceOf(Delivery.Unclear.class, print());
  }

  @Test
  void printerThatIsOff_isAFaultBeforeAnythingIsSent() throws Exception {
    printer.close();
    assertThrows(PrintFault.Unreachable.class, this::print);
    assertThrows(PrintFault.Unreachable.class, () -> target().look());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "030,0,0,0240,000,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000 | [] 0",
        "030,1,1,0240,002,0,0,1,000,0,0,0 | 000,0,0,0,0,2,4,0,00000003,1,000"
            + " | [out of labels, paused] 6",
        "030,0,0,0240,000,1,0,0,000,0,1,1 | 000,0,1,1,0,2,4,1,00000000,1,000"
            + " | [its head is open, out of ribbon, too hot, too cold, its buffer is full,"
            + " a label waits to be taken off] 1",
      })
  void status_isReadAsTheManualLaysItOut(String first, String second, String expected) {
    HostStatus status = HostStatus.of(first, second).orElseThrow();
    assertEquals(expected, status.troubles() + " " + status.labelsWaiting());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ''",
        "030,0,0,0240,000,0,0,0,000,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000",
        "030,0,0,0240,many,0,0,0,000,0,0,0 | 000,0,0,0,0,2,4,0,00000000,1,000",
        "030,0,0,0240,000,0,0,0,000,0,0,0 | HTTP/1.1 400 Bad Request",
      })
  void answerOfAnotherForm_isNone(String first, String second) {
    assertEquals(Optional.empty(), HostStatus.of(first, second));
  }

  /** What happens at the printer, a step each time that it is waited for. */
  private final class Pauses implements PrinterClock {

    private long nanos;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void pause(Duration time) {
      nanos += time.toNanos();
      if (!meanwhile.isEmpty()) {
        meanwhile.removeFirst().run();
      }
    }
  }
}
