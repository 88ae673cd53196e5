package tapwright.agent.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.emulator.EmulatedReaders;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.main.AgentMain;
import tapwright.agent.main.console.Console;
import tapwright.agent.main.console.StateFolder;
import tapwright.agent.main.console.Surroundings;
import tapwright.agent.pcsc.ParkingClock;
import tapwright.agent.pcsc.Readers;
import tapwright.agent.print.Contacts;
import tapwright.agent.print.Tools;

/** Labels of contacts in many scripts, through a real CUPS. */
@Tag("cups")
@Tag("zbar")
@Tag("poppler")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@Tag("fonts")
class CupsLabelsTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private PrivateCups cups;

  @BeforeEach
  void start() throws Exception {
    cups = PrivateCups.start(Files.createDirectory(folder.resolve("cups")));
  }

  @AfterEach
  void end() throws Exception {
    cups.close();
  }

  private int run(String... arguments) {
    Readers readers =
        Readers.ofProvider(
            EmulatedReaders.TYPE, new EmulatedReaders().provider(), new ParkingClock());
    Surroundings around =
        new Surroundings(readers, new StateFolder(folder.resolve("state")), WriteRecord.NONE);
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return AgentMain.run(new Console(stream, stream), around, arguments);
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static Contacts who(int card) {
    return Contacts.ALL.get(card % Contacts.ALL.size());
  }

  private static String link(int card) {
    return "HTTPS://TAP.EXAMPLE.COM/Q/%010d".formatted(card);
  }

  private String cards(int count) throws Exception {
    List<String> rows = new ArrayList<>(List.of("name,title,company,url,order"));
    IntStream.range(0, count)
        .mapToObj(
            card ->
                "%s,%s,%s,%s,SO-%d"
                    .formatted(
                        who(card).name(),
                        who(card).title(),
                        who(card).company(),
                        link(card),
                        1000 + card))
        .forEach(rows::add);
    return Files.write(folder.resolve("cards.csv"), rows).toString();
  }

  private void assertEachIsPrintedAndReads(int count) throws Exception {
    cups.addPdfQueue("labels");
    assertEquals(
        0,
        run(
            "label",
            cards(count),
            "--template",
            "desk-label",
            "--to",
            "cups:labels",
            "--cups",
            "127.0.0.1:" + cups.port()),
        text());

    TreeSet<String> read = new TreeSet<>();
    for (Path pdf : cups.pdfs()) {
      List<Path> pages = Tools.pages(pdf, 300);
      assertEquals(1, pages.size(), pdf + ": one label is one page");
      read.addAll(Tools.symbols(pages.getFirst()));
    }
    assertEquals(count, cups.pdfs().size());
    assertEquals(
        new TreeSet<>(IntStream.range(0, count).mapToObj(CupsLabelsTest::link).toList()), read);
  }

  @Test
  void labels_arePrintedByCupsPdfAndRead() throws Exception {
    assertEachIsPrintedAndReads(Contacts.ALL.size());
  }

  @Test
  @Tag("long")
  void twoHundredLabels_arePrintedByCupsPdfAndRead() throws Exception {
    assertEachIsPrintedAndReads(200);
  }

  /** What the queue hands on is the page as it was drawn, with its text in each script. */
  @Test
  void queueThatHandsOn_getsPagesWhoseTextIsFound() throws Exception {
    Path kept = cups.addKeepingQueue("desk");
    assertEquals(
        0,
        run(
            "label",
            cards(Contacts.ALL.size()),
            "--template",
            "desk-label",
            "--to",
            cups.queue("desk")),
        text());

    for (int job = 1; job <= Contacts.ALL.size(); job++) {
      String found = Tools.text(kept.resolve(job + ".doc"));
      String name = who(job - 1).name();
      assertTrue(squeezed(found).contains(squeezed(name)), name + " is not in " + found);
    }
  }

  /** Lines may be broken where the label has no room, and marks be composed. */
  private static String squeezed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "");
  }

  /** The label that was under way when somebody paused the queue may be on paper or not. */
  @Test
  void queuePausedInTheMiddle_losesAndDoublesNothing() throws Exception {
    Path kept = cups.addKeepingQueue("desk");
    String[] command = {
      "label", cards(5), "--template", "desk-label", "--to", cups.queue("desk"), "--patience", "2"
    };
    Files.createFile(kept.resolve("slow"));
    Thread pausing =
        Thread.ofPlatform()
            .start(
                () -> {
                  PcscdSandbox.await("a job", () -> Files.exists(kept.resolve("1.part")));
                  disable("desk");
                });
    int paused = run(command);
    pausing.join();
    assertEquals(Console.WORLD_FAILED, paused, text());
    assertTrue(text().contains("the printer waits: paused"), text());
    assertTrue(text().contains("unclear: line 2"), text());

    Files.delete(kept.resolve("slow"));
    cups.admin("cupsenable", "desk");
    assertEquals(Console.NO, run(command), text());
    assertEquals(4, printed(kept), "the others were printed, the unclear one was not again");
    List<String> found = new ArrayList<>(List.of(command));
    found.addAll(List.of("--unclear", "again"));
    assertEquals(0, run(found.toArray(String[]::new)), text());
    assertEquals(5, printed(kept));
  }

  private static long printed(Path kept) throws Exception {
    try (Stream<Path> files = Files.list(kept)) {
      return files.filter(file -> file.toString().endsWith(".doc")).count();
    }
  }

  private void disable(String queue) {
    try {
      cups.admin("cupsdisable", queue);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** javax.print finds the queues of CUPS_SERVER, and prints by lpr. */
  @Test
  void systemPrinter_takesThePageAndTellsNoMore() throws Exception {
    Path kept = cups.addKeepingQueue("desk");
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                "label",
                link(1),
                "--template",
                "card-front",
                "--name",
                "Ada",
                "--to",
                "system:desk",
                "--journal",
                folder.resolve("journal").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    command.environment().put("CUPS_SERVER", "127.0.0.1:" + cups.port());
    assertEquals(0, command.start().waitFor(), () -> read(folder.resolve("said")));
    assertTrue(read(folder.resolve("said")).contains("does not tell what it printed"));
    PcscdSandbox.await("the page", () -> Files.exists(kept.resolve("1.doc")));
    assertTrue(read(kept.resolve("1.doc")).startsWith("%!PS"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void printers_listsTheQueuesAndHowTheyAre() throws Exception {
    cups.addKeepingQueue("desk");
    cups.addKeepingQueue("other");
    cups.admin("cupsdisable", "other");
    assertEquals(0, run("printers", "--cups", "127.0.0.1:" + cups.port()), text());

    assertTrue(text().contains("cups:desk: ready\n"), text());
    assertTrue(text().contains("cups:other: paused\n"), text());
  }
}
