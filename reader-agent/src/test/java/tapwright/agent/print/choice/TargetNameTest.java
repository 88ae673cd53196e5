package tapwright.agent.print.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.Refused;
import tapwright.core.Checked;

/** What --to can say. */
class TargetNameTest {

  @ParameterizedTest
  @CsvSource({
    "labels.pdf, File",
    "out/Labels.ZPL, File",
    "zpl://printer.example, LabelPrinter",
    "zpl://[::1]:6101, LabelPrinter",
    "ipp://printer.example:631/printers/desk, Ipp",
    "ipps://printer.example/ipp/print, Ipp",
    "cups:desk-1, CupsQueue",
    "system:HP LaserJet 4 (Copy 1), SystemPrinter",
  })
  void text_namesATarget(String text, String kind) {
    TargetName name = TargetName.of("--to", text).orThrow();
    assertEquals(kind, name.getClass().getSimpleName());
    assertEquals(text, name.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "labels.doc",
        "zpl://",
        "zpl://printer.example:0",
        "zpl://printer.example:99999",
        "zpl://printer.example/label",
        "zpl:printer",
        "ipp://printer.example",
        "ipp://printer.example:70000/printers/desk",
        "ipp://user:secret@printer.example/printers/desk",
        "ipp:///printers/desk",
        "cups:",
        "cups:two words",
        "cups:a/b",
        "system: ",
      })
  void otherText_isRefused(String text) {
    assertInstanceOf(Checked.Refused.class, TargetName.of("--to", text));
  }

  @ParameterizedTest
  @CsvSource({
    "'', localhost, 631",
    "printer.example, printer.example, 631",
    "printer.example:8631, printer.example, 8631",
    "printer.example:8631/version=1.1, printer.example, 8631",
    "[::1]:8631, [::1], 8631",
    "/run/cups/cups.sock, localhost, 631",
  })
  void cups_isWhereItsOwnCommandsLookForIt(String server, String host, int port) {
    assertEquals(
        Checked.passed(new CupsAddress(host, port)), CupsAddress.of("CUPS_SERVER", server));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"print_server", "a b", "[::1", "printer.example:0", "printer.example:70000", ":1"})
  void cups_nameThatNoMachineHas_isRefused(String server) {
    assertEquals(
        "--cups is '" + server + "'; allowed are HOST and HOST:PORT, with a port of 1 to 65535",
        Refused.by(CupsAddress.of("--cups", server)).message());
  }
}
