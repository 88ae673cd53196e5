package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.target.Delivery;
import tapwright.agent.print.target.JobTicket;
import tapwright.agent.print.target.PastJob;
import tapwright.agent.print.target.PrintDocument;
import tapwright.agent.print.target.PrintFault;
import tapwright.agent.print.target.PrintLanguage;
import tapwright.agent.print.target.PrinterClock;
import tapwright.agent.print.target.ipp.IppAddress;
import tapwright.agent.print.target.ipp.IppChannel;
import tapwright.agent.print.target.ipp.IppPrinterPlace;
import tapwright.agent.print.target.ipp.IppService;
import tapwright.agent.print.target.ipp.IppTarget;
import tapwright.agent.print.target.ipp.ListedWatch;

/** Jobs and their states on a real CUPS. */
@Tag("cups")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CupsTargetTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ListedWatch watch = new ListedWatch();
  private PrivateCups cups;
  private Path kept;

  @BeforeEach
  void start() throws Exception {
    cups = PrivateCups.start(Files.createDirectory(folder.resolve("cups")));
    kept = cups.addKeepingQueue("desk");
  }

  @AfterEach
  void end() throws Exception {
    http.close();
    cups.close();
  }

  private IppTarget target(Duration patience) {
    return target("desk", patience);
  }

  private IppTarget target(String queue, Duration patience) {
    IppAddress address = new IppAddress("cups:" + queue, URI.create(cups.queue(queue)));
    return new IppTarget(
        new IppPrinterPlace(new IppChannel(http), address),
        PrintLanguage.ZPL,
        new RealTime(),
        patience);
  }

  private static PrintDocument document(String name) {
    return new PrintDocument(
        name, new LabelSize(50, 30), out -> out.write("^XA^XZ".getBytes(StandardCharsets.UTF_8)));
  }

  private List<Path> printed() throws Exception {
    try (var files = Files.list(kept)) {
      return files.filter(file -> file.toString().endsWith(".doc")).toList();
    }
  }

  @Test
  void job_isPrintedAndItsNumberKnownBefore() throws Exception {
    assertEquals(new Delivery.Printed(), target(LONG).print(document("one"), watch));
    assertEquals("^XA^XZ", Files.readString(printed().getFirst()));
    assertEquals(1, watch.tickets().size());
  }

  @Test
  void pausedQueue_isToldAndTheJobTakenOutWhenPatienceEnds() throws Exception {
    cups.admin("cupsdisable", "-r", "ribbon is being changed", "desk");
    IppTarget target = target(SHORT);

    assertFalse(target.look().takesJobs());
    assertTrue(target.look().inWords().contains("paused"), target.look().inWords());
    Delivery delivery = target.print(document("one"), watch);

    assertInstanceOf(Delivery.NotPrinted.class, delivery, delivery::toString);
    assertTrue(
        watch.waits().getFirst().contains("ribbon is being changed"), watch.waits().toString());
    cups.admin("cupsenable", "desk");
    assertEquals(new Delivery.Printed(), target.print(document("two"), watch));
    assertEquals(1, printed().size(), "the job that was taken out came out");
  }

  @Test
  void paperOut_isToldUntilPaperIsThere() throws Exception {
    Path empty = Files.createFile(kept.resolve("empty"));
    CompletableFuture<Delivery> delivery =
        CompletableFuture.supplyAsync(() -> target(LONG).print(document("one"), watch));
    PcscdSandbox.await(
        "the word", () -> watch.waits().stream().anyMatch(said -> said.contains("out of paper")));
    assertFalse(delivery.isDone());
    Files.delete(empty);

    assertEquals(new Delivery.Printed(), delivery.get());
    assertEquals(1, printed().size());
  }

  @Test
  void queueDeletedWhilePrinting_isUnclear() throws Exception {
    Files.createFile(kept.resolve("slow"));
    CompletableFuture<Delivery> delivery =
        CompletableFuture.supplyAsync(() -> target(LONG).print(document("one"), watch));
    PcscdSandbox.await("the job's bytes", () -> Files.exists(kept.resolve("1.part")));
    cups.admin("lpadmin", "-x", "desk");

    assertInstanceOf(Delivery.Unclear.class, delivery.get());
    assertThrows(PrintFault.SaysNo.class, () -> target(LONG).look());
  }

  @Test
  void jobDeletedWhilePrinting_isUnclear() throws Exception {
    Files.createFile(kept.resolve("slow"));
    CompletableFuture<Delivery> delivery =
        CompletableFuture.supplyAsync(() -> target(LONG).print(document("one"), watch));
    PcscdSandbox.await("the job's bytes", () -> Files.exists(kept.resolve("1.part")));
    cups.admin("cancel", "desk-1");

    Delivery known = delivery.get();
    assertInstanceOf(Delivery.Unclear.class, known, known::toString);
  }

  @Test
  void jobDeletedBeforePrinting_isNotPrinted() throws Exception {
    cups.admin("cupsdisable", "desk");
    CompletableFuture<Delivery> delivery =
        CompletableFuture.supplyAsync(() -> target(LONG).print(document("one"), watch));
    PcscdSandbox.await("the word", () -> !watch.waits().isEmpty());
    cups.admin("cancel", "desk-1");

    Delivery known = delivery.get();
    assertInstanceOf(Delivery.NotPrinted.class, known, known::toString);
  }

  @Test
  void heldJob_isTold() throws Exception {
    cups.admin("cupsdisable", "desk");
    CompletableFuture<Delivery> delivery =
        CompletableFuture.supplyAsync(() -> target(LONG).print(document("one"), watch));
    PcscdSandbox.await("the job", () -> !watch.tickets().isEmpty() && !watch.waits().isEmpty());
    cups.admin("lp", "-i", "desk-1", "-H", "hold");
    cups.admin("cupsenable", "desk");
    PcscdSandbox.await(
        "the word", () -> watch.waits().stream().anyMatch(said -> said.contains("holds it")));
    cups.admin("lp", "-i", "desk-1", "-H", "resume");

    assertEquals(new Delivery.Printed(), delivery.get());
  }

  @Test
  void spoolThatIsFull_saysSoAndKeepsNothing() throws Exception {
    cups.close();
    cups = PrivateCups.start(Files.createDirectory(folder.resolve("small")), "64k");
    kept = cups.addKeepingQueue("desk");
    PrintDocument large =
        new PrintDocument("large", new LabelSize(50, 30), out -> out.write(new byte[1 << 20]));

    Delivery delivery = target(SHORT).print(large, watch);
    assertInstanceOf(Delivery.NotPrinted.class, delivery, delivery::toString);
    assertEquals(new Delivery.Printed(), target(LONG).print(document("one"), watch));
    assertEquals(1, printed().size(), "half a job came out");
  }

  @Test
  void queueThatRejectsJobs_saysSo() throws Exception {
    cups.admin("cupsreject", "-r", "closed for stocktaking", "desk");
    IppTarget target = target(LONG);

    assertFalse(target.look().takesJobs());
    Delivery delivery = target.print(document("one"), watch);
    assertInstanceOf(Delivery.NotPrinted.class, delivery);
    assertTrue(delivery.toString().contains("rejects jobs"), delivery.toString());
  }

  @Test
  void jobLeftByAnEarlierRun_isTakenOutOrKnownAsPrinted() throws Exception {
    IppTarget target = target(SHORT);
    target.print(document("printed"), watch);
    cups.admin("cupsdisable", "desk");
    cups.admin("lp", "-d", "desk", "-t", "left", "-o", "raw", "/etc/hostname");

    assertEquals(new Delivery.Printed(), target.recall(new PastJob("printed", null)));
    assertInstanceOf(Delivery.NotPrinted.class, target.recall(new PastJob("left", null)));
    assertInstanceOf(Delivery.Unclear.class, target.recall(new PastJob("never seen", null)));
    JobTicket anothers = new JobTicket(1);
    assertInstanceOf(
        Delivery.Unclear.class,
        target.recall(new PastJob("of another server", anothers)),
        "a job of that number is there, and is another one");
    assertEquals(new Delivery.Printed(), target.recall(new PastJob("printed", anothers)));
    cups.admin("cupsenable", "desk");
    target.print(document("after"), watch);
    assertEquals(2, printed().size(), "the job that was taken out came out");
  }

  @Test
  void service_listsItsQueues() throws Exception {
    cups.addKeepingQueue("other");
    cups.admin("cupsdisable", "other");
    IppAddress service = new IppAddress("CUPS", URI.create("ipp://127.0.0.1:" + cups.port() + "/"));

    List<String> queues =
        new IppService(new IppChannel(http), service)
            .queues().stream().map(queue -> queue.name() + " " + queue.look().inWords()).toList();
    assertEquals(List.of("desk ready", "other paused"), queues);
  }

  @Test
  void queueThatIsNotThere_saysSo() {
    PrintFault.SaysNo fault =
        assertThrows(PrintFault.SaysNo.class, () -> target("none", LONG).look());
    assertTrue(String.valueOf(fault.getMessage()).contains("no such printer"), fault.getMessage());
  }

  /** The machine's own time: what is waited for here is another process. */
  private static final class RealTime implements PrinterClock {

    @Override
    public long nanos() {
      return System.nanoTime();
    }

    @Override
    public void pause(Duration time) {
      LockSupport.parkNanos(time.toNanos());
    }
  }
}
