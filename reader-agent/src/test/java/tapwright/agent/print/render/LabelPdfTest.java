package tapwright.agent.print.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tapwright.agent.print.Contacts;
import tapwright.agent.print.Labels;
import tapwright.agent.print.TemplatePreview;
import tapwright.agent.print.Tools;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.Templates;

@Tag("fonts")
class LabelPdfTest {

  private static final LabelTemplate CARD =
      Templates.shipped().named("template", "card-front").orThrow();

  @TempDir Path folder;

  @Test
  @Tag("poppler")
  void add_eachScript_canBeFoundAsText() throws Exception {
    Path file = folder.resolve("cards.pdf");
    Files.write(file, pdf(pages(Resolution.CARD_PRINTER)));
    String text = plain(Tools.text(file));
    for (Contacts one : Contacts.ALL) {
      for (String said : List.of(one.name(), one.title(), one.company())) {
        assertTrue(text.contains(plain(said)), said + " in " + text);
      }
    }
  }

  @Test
  @Tag("poppler")
  @Tag("zbar")
  void add_eachScript_symbolIsReadFromPaper() throws Exception {
    Path file = folder.resolve("cards.pdf");
    Files.write(file, pdf(pages(Resolution.CARD_PRINTER)));
    List<String> read = new ArrayList<>();
    for (Path page : Tools.pages(file, 300)) {
      read.addAll(Tools.symbols(page));
    }
    List<String> links = new ArrayList<>();
    for (int i = 0; i < Contacts.ALL.size(); i++) {
      links.add(link(i));
    }
    assertEquals(links, read);
  }

  @Test
  void add_fonts_areEmbeddedWithTheirMeaning() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(pages(Resolution.CARD_PRINTER)))) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertTrue(font.isEmbedded(), font.getName());
          assertTrue(font.getName().contains("+"), font.getName() + " is embedded whole");
          assertTrue(font.getCOSObject().containsKey(COSName.TO_UNICODE), font.getName());
        }
      }
    }
  }

  @Test
  void add_pages_haveTheirTrueSize() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(pages(Resolution.CARD_PRINTER)))) {
      assertEquals(Contacts.ALL.size(), document.getNumberOfPages());
      assertEquals(85.60 / 25.4 * 72, document.getPage(0).getMediaBox().getWidth(), 0.001);
      assertEquals(53.98 / 25.4 * 72, document.getPage(0).getMediaBox().getHeight(), 0.001);
    }
  }

  @Test
  void add_sameLogoOnManyPages_isInTheFileOnce() throws IOException {
    LabelPage page =
        new Labels(CARD, Resolution.CARD_PRINTER).page(TemplatePreview.sample()).orThrow();
    int one = pdf(List.of(page)).length;
    int many = pdf(java.util.Collections.nCopies(20, page)).length;
    assertTrue(many < 4 * one, one + " bytes for one page, " + many + " for twenty");
  }

  @Test
  void finish_samePages_giveTheSameBytes() throws IOException {
    assertArrayEquals(pdf(pages(Resolution.CARD_PRINTER)), pdf(pages(Resolution.CARD_PRINTER)));
  }

  private static List<LabelPage> pages(Resolution resolution) {
    Labels labels = new Labels(CARD, resolution);
    List<LabelPage> pages = new ArrayList<>();
    for (int i = 0; i < Contacts.ALL.size(); i++) {
      pages.add(labels.page(Contacts.ALL.get(i).content(link(i))).orThrow());
    }
    return pages;
  }

  private static String link(int i) {
    return "HTTPS://EXAMPLE.COM/Q/7K3M9QX2Z" + i;
  }

  private static byte[] pdf(List<LabelPage> pages) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (LabelPdf pdf = new LabelPdf(file, 7)) {
      for (LabelPage page : pages) {
        pdf.add(page);
      }
      pdf.finish();
    }
    return file.toByteArray();
  }

  /** Without direction marks, which poppler adds, and spaces, which are where lines break. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}\\s]", "");
  }
}
