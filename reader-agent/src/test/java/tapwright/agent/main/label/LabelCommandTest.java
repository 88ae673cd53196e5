package tapwright.agent.main.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import tapwright.agent.print.render.GraphicFields;
import tapwright.agent.print.target.zpl.FakeLabelPrinter;

/** Labels as staff print them: of a file, of one card, to a file and to a label printer. */
@Tag("fonts")
class LabelCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private FakeLabelPrinter printer;

  @BeforeEach
  void start() throws Exception {
    printer = new FakeLabelPrinter();
  }

  @AfterEach
  void end() throws Exception {
    printer.close();
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Readers readers =
        Readers.ofProvider(
            EmulatedReaders.TYPE, new EmulatedReaders().provider(), new ParkingClock());
    Surroundings around =
        new Surroundings(readers, new StateFolder(folder.resolve("state")), WriteRecord.NONE);
    return AgentMain.run(new Console(stream(out), stream(err)), around, arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  private JsonNode json() throws Exception {
    return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
  }

  private static String link(int card) {
    return "HTTPS://TAP.EXAMPLE.COM/Q/%010d".formatted(card);
  }

  private String cards(int count) throws Exception {
    List<String> rows = new ArrayList<>(List.of("name,title,company,url,order"));
    for (int i = 0; i < count; i++) {
      Contacts who = Contacts.ALL.get(i % Contacts.ALL.size());
      rows.add(
          "%s,%s,%s,%s,SO-%d".formatted(who.name(), who.title(), who.company(), link(i), 1000 + i));
    }
    return Files.write(folder.resolve("cards.csv"), rows).toString();
  }

  private String network() {
    return printer.address().name();
  }

  private List<String> readByZbar(String zpl) throws Exception {
    Path png = Files.createTempFile(folder, "label", ".png");
    ImageIO.write(GraphicFields.printed(zpl), "png", png.toFile());
    return Tools.symbols(png);
  }

  @Test
  @Tag("zbar")
  @Tag("poppler")
  void csv_becomesOnePdfWithEachCardsLabel() throws Exception {
    Path pdf = folder.resolve("labels.pdf");
    assertEquals(
        0, run("label", cards(14), "--template", "desk-label", "--to", pdf.toString()), said());

    List<Path> pages = Tools.pages(pdf, 300);
    assertEquals(14, pages.size());
    for (int i = 0; i < pages.size(); i++) {
      assertEquals(List.of(link(i)), Tools.symbols(pages.get(i)));
    }
  }

  @Test
  @Tag("zbar")
  void labelPrinter_getsEachLabelAsAPictureThatReads() throws Exception {
    assertEquals(
        0, run("label", cards(7), "--template", "desk-label", "--to", network(), "--json"), said());

    assertEquals(7, json().get("printed").intValue());
    assertEquals(7, printer.labels().size());
    for (int i = 0; i < 7; i++) {
      assertEquals(List.of(link(i)), readByZbar(printer.labels().get(i)));
    }
  }

  @Test
  void labels_arePrintedOnceAndAgainWhenWished() throws Exception {
    String[] command = {"label", cards(2), "--template", "desk-label", "--to", network()};
    assertEquals(0, run(command), said());
    assertEquals(0, run(command), said());
    assertTrue(said().contains("0 of 2 labels printed, 2 printed before"), said());
    assertEquals(2, printer.labels().size());

    assertEquals(
        0,
        run(
            "label",
            link(0),
            "--name",
            "Ada",
            "--template",
            "desk-label",
            "--to",
            network(),
            "--again"),
        said());
    assertTrue(said().contains("1 of them again"), said());
    assertEquals(3, printer.labels().size());
  }

  @Test
  void silentPrinter_isSaidToTellNothing() throws Exception {
    printer.silence();
    assertEquals(0, run("label", cards(1), "--template", "desk-label", "--to", network()), said());
    assertTrue(said().contains("does not tell what it printed"), said());
  }

  @Test
  void labelThatIsLost_isUnclearUntilAPersonHasLooked() throws Exception {
    printer.hangUpOnLabels();
    String[] command = {"label", cards(2), "--template", "desk-label", "--to", network()};
    assertEquals(Console.WORLD_FAILED, run(command), said());
    assertTrue(said().contains("unclear: line 2"), said());
    assertTrue(said().contains("--unclear printed"), said());
    assertTrue(said().contains("1 not yet"), said());
  }

  @Test
  void printerThatIsNotThere_isAFaultThatSaysWhatToDo() throws Exception {
    String address = network();
    printer.close();
    assertEquals(
        Console.WORLD_FAILED,
        run("label", cards(1), "--template", "desk-label", "--to", address),
        said());
    assertTrue(said().contains("cannot be reached; see that it is switched on"), said());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--to x.pdf",
        "--template desk-label",
        "--template none --to x.pdf",
        "--template desk-label --to x.doc",
        "--template desk-label --to x.zpl --dpi 1200",
        "--template desk-label --to x.pdf --start 2",
        "--template sheet-a4 --to x.pdf --start 99",
        "--template desk-label --to x.pdf --shift right",
        "--template desk-label --to x.pdf --unclear perhaps",
        "--template desk-label --to system:none-such",
      })
  void wrongOptions_areUsage(String options) throws Exception {
    List<String> command = new ArrayList<>(List.of("label", cards(1)));
    command.addAll(List.of(options.split(" ", -1)));
    assertEquals(Console.USAGE, run(command.toArray(String[]::new)), said());
    assertTrue(said().contains("see 'tapwright label --help'"), said());
  }

  @Test
  void cardThatNobodyMadeHere_isUsage() {
    assertEquals(
        Console.USAGE, run("label", "0123456789", "--template", "desk-label", "--to", "x.pdf"));
    assertTrue(said().contains("number of a card that was made here"), said());
  }

  @Test
  void rowThatCannotBePrinted_stopsAllBeforeTheFirst() throws Exception {
    Path file = folder.resolve("runes.csv");
    Files.write(file, List.of("name,url", "Ada," + link(1), "\u16A0," + link(2)));
    assertEquals(
        Console.NO,
        run("label", file.toString(), "--template", "desk-label", "--to", network(), "--json"),
        said());
    assertEquals("labels-refused", json().get("refused").textValue());
    assertTrue(json().get("problems").get(0).get("message").textValue().startsWith("line 3"));
    assertEquals(List.of(), printer.labels());
  }

  @Test
  void preview_isAPictureOfTheTemplate() throws Exception {
    Path png = folder.resolve("preview.png");
    assertEquals(0, run("label", "--template", "desk-label", "--preview", png.toString()), said());
    assertTrue(ImageIO.read(png.toFile()).getWidth() > 100);
  }

  @Test
  void file_isWrittenWholeOrLeftAsItWas() throws Exception {
    Path kept = Files.writeString(folder.resolve("labels.zpl"), "before");
    Files.write(folder.resolve("bad.csv"), List.of("name,url", "\u16A0," + link(1)));
    assertEquals(
        Console.NO,
        run(
            "label",
            folder.resolve("bad.csv").toString(),
            "--template",
            "desk-label",
            "--to",
            kept.toString()),
        said());
    assertEquals("before", Files.readString(kept));
    assertEquals(
        0, run("label", cards(2), "--template", "desk-label", "--to", kept.toString()), said());
    assertEquals(2, Files.readString(kept).split("\\^XZ", -1).length - 1);
    try (var files = Files.list(folder)) {
      assertFalse(files.anyMatch(file -> file.toString().endsWith(".part")));
    }
  }

  @Test
  void printers_sayHowANetworkPrinterIs() throws Exception {
    printer.paperOut(true);
    assertEquals(0, run("printers", "--look", network(), "--json"), said());
    JsonNode row = json().get(0);
    assertEquals("out of labels", row.get("words").textValue());
    assertFalse(row.get("takesJobs").booleanValue());
  }

  @Test
  void printers_noCupsThere_saysSoAndNamesTheWayOut() {
    run("printers", "--cups", "127.0.0.1:1");
    assertTrue(
        said().contains("the CUPS on 127.0.0.1:1 does not run; --cups HOST names another one"),
        said());
  }

  @Test
  void templatesFolder_thatIsNone_isUsage() {
    String none = folder.resolve("none").toString();
    assertEquals(
        Console.USAGE,
        run("label", link(1), "--template", "desk-label", "--templates", none, "--to", network()));
    assertTrue(said().contains("--templates is " + none + ", which is no folder"), said());
  }

  @Test
  void printers_printTestAndCalibrationPages() throws Exception {
    assertEquals(0, run("printers", "--test", network(), "--template", "desk-label"), said());
    assertEquals(0, run("printers", "--calibrate", network(), "--template", "desk-label"), said());
    assertEquals(2, printer.labels().size());
    assertEquals(Console.USAGE, run("printers", "--test", network()), said());
  }
}
