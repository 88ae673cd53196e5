package tapwright.agent.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;

class QrSheetTest {

  private static final List<String> NAMES =
      List.of(
          "Jürgen Groß",
          "محمد عبد الله",
          "Nguyễn Thị Ánh Nguyệt",
          "张伟",
          "Zoë 🚀",
          "Dr. Maximiliane Freifrau von Hohenstein-Weißenfels",
          "Ελένη Παπαδοπούλου",
          "Олександр Шевченко",
          "Ada");

  @TempDir Path folder;

  @Test
  @Tag("poppler")
  @Tag("zbar")
  void pdf_manyPages_eachSymbolIsReadBackFromPaper() throws Exception {
    List<SheetLabel> labels = IntStream.range(0, 53).mapToObj(QrSheetTest::label).toList();
    Path pdf = folder.resolve("sheet.pdf");
    Files.write(pdf, QrSheet.pdf("demo.csv", labels).orThrow().toArray());
    List<String> read = new ArrayList<>();
    for (Path page : Tools.pages(pdf, 300)) {
      read.addAll(Tools.symbols(page));
    }
    assertEquals(
        new TreeSet<>(labels.stream().map(SheetLabel::link).toList()), new TreeSet<>(read));
    assertEquals(labels.size(), read.size());
  }

  @Test
  @Tag("fonts")
  void pdf_captions_holdNamesThatTheFontHasAndNoOthers() throws IOException {
    List<SheetLabel> labels =
        IntStream.range(0, NAMES.size()).mapToObj(QrSheetTest::label).toList();
    String text = textOf(QrSheet.pdf("demo.csv", labels).orThrow());
    for (String shown :
        List.of("Jürgen Groß", "Nguyễn", "张伟", "Ελένη", "Олександр", "S-1003", "demo.csv")) {
      assertTrue(text.contains(shown), shown + " in " + text);
    }
    assertFalse(text.contains("Zoë"), text);
  }

  @Test
  void pdf_decomposedLetters_arePrintedComposed() throws IOException {
    SheetLabel decomposed = new SheetLabel("https://example.com/a", "Zoe\u0308", "");
    assertTrue(textOf(QrSheet.pdf("t", List.of(decomposed)).orThrow()).contains("Zo\u00EB"));
  }

  @Test
  void pdf_noLabels_isOneEmptyPage() throws IOException {
    try (PDDocument document = Loader.loadPDF(QrSheet.pdf("t", List.of()).orThrow().toArray())) {
      assertEquals(1, document.getNumberOfPages());
    }
  }

  @Test
  void pdf_labelsOverAPage_goOnToTheNext() throws IOException {
    List<SheetLabel> labels = IntStream.range(0, 25).mapToObj(QrSheetTest::label).toList();
    try (PDDocument document = Loader.loadPDF(QrSheet.pdf("t", labels).orThrow().toArray())) {
      assertEquals(2, document.getNumberOfPages());
    }
  }

  @Test
  void pdf_sameLabels_giveTheSameBytes() {
    List<SheetLabel> labels = List.of(label(0), label(1));
    assertEquals(QrSheet.pdf("t", labels), QrSheet.pdf("t", labels));
  }

  @Test
  void pdf_linkTooLongForTheLabel_isRefusedWithTheLabel() {
    String link = "https://example.com/" + "a".repeat(400);
    Checked<Bytes> sheet = QrSheet.pdf("t", List.of(label(0), new SheetLabel(link, "Ada", "")));
    if (sheet instanceof Checked.Refused<Bytes>(Refusal refusal)) {
      assertEquals(
          "label 2: link has 420 characters, whose symbol of 89 modules gets 7 dots of 0.30 mm a"
              + " module at 600 dpi; allowed are 4 dots and 0.33 mm or more, so take a shorter link,"
              + " a larger label or a finer printer",
          refusal.message());
    } else {
      throw new AssertionError("not refused");
    }
  }

  private static SheetLabel label(int i) {
    String link =
        i % 3 == 0
            ? "HTTPS://EXAMPLE.COM/Q/0123456" + (100 + i)
            : "https://example.com/people/" + i + "/" + "long-".repeat(i % 9);
    return new SheetLabel(link, NAMES.get(i % NAMES.size()), "S-" + (1000 + i));
  }

  private static String textOf(Bytes pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
