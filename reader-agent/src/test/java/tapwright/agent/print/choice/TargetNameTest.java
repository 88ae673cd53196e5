package tapwright.agent.print.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    "/run/cups/cups.sock, localhost, 631",
  })
  void cups_isWhereItsOwnCommandsLookForIt(String server, String host, int port) {
    assertEquals(new CupsAddress(host, port), CupsAddress.in(Map.of("CUPS_SERVER", server)));
  }
}
