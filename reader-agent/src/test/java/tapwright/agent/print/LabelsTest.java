package tapwright.agent.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.print.page.FilledMark;
import tapwright.agent.print.page.Frame;
import tapwright.agent.print.page.Ink;
import tapwright.agent.print.page.LabelPage;
import tapwright.agent.print.page.LabelSize;
import tapwright.agent.print.page.Picture;
import tapwright.agent.print.page.SymbolInks;
import tapwright.agent.print.page.TextMark;
import tapwright.agent.print.stock.SingleStock;
import tapwright.agent.print.symbol.Resolution;
import tapwright.agent.print.symbol.SymbolRefusal;
import tapwright.agent.print.template.FillPart;
import tapwright.agent.print.template.LabelContent;
import tapwright.agent.print.template.LabelField;
import tapwright.agent.print.template.LabelTemplate;
import tapwright.agent.print.template.SymbolPart;
import tapwright.agent.print.template.TemplatePart;
import tapwright.agent.print.template.Templates;
import tapwright.core.Checked;
import tapwright.core.RefusalCode;
import tapwright.core.qr.Correction;

class LabelsTest {

  private static final LabelContent CONTENT =
      LabelContent.of("HTTPS://EXAMPLE.COM/Q/0123456789").with(LabelField.NAME, "Ada Example");

  private static final Frame ROOM = new Frame(2, 2, 26, 26);

  @ParameterizedTest
  @ValueSource(ints = {203, 300, 600})
  @Tag("fonts")
  void page_everyTemplateInEveryScript_isDrawn(int dpi) {
    for (LabelTemplate template : Templates.shipped().all()) {
      Labels labels = new Labels(template, new Resolution(dpi));
      for (Contacts one : Contacts.ALL) {
        LabelContent content = one.content("HTTPS://TAP.EXAMPLE.COM/Q/7K3M9QX2ZD");
        assertTrue(
            labels.page(content) instanceof Checked.Passed,
            template.id() + " for " + one + ": " + labels.page(content));
      }
    }
  }

  @Test
  void page_darkThingInTheQuietZone_isRefused() {
    FillPart line = new FillPart(new Frame(0, 4, 40, 0.3), Ink.BLACK);
    assertEquals(SymbolRefusal.QUIET_ZONE, refused(symbol(0, SymbolInks.BLACK_ON_WHITE), line));
  }

  @Test
  void page_lightModulesOnDarkGround_areRefused() {
    assertEquals(SymbolRefusal.INVERTED, refused(symbol(0, new SymbolInks(Ink.WHITE, Ink.BLACK))));
  }

  @Test
  void page_paleModules_areRefused() {
    assertEquals(
        SymbolRefusal.PALE, refused(symbol(0, new SymbolInks(new Ink(0xBBBBBB), Ink.WHITE))));
  }

  @Test
  void page_thingOverTheSymbol_isRefused() {
    FillPart patch = new FillPart(new Frame(8, 8, 12, 12), Ink.WHITE);
    assertEquals(SymbolRefusal.UNREADABLE, refused(symbol(0, SymbolInks.BLACK_ON_WHITE), patch));
  }

  @Test
  void page_tooSmallFor203Dpi_isRefused() {
    SymbolPart small =
        new SymbolPart(
            new Frame(2, 2, 14, 14),
            LabelField.LINK,
            new SymbolPart.Look(Correction.MEDIUM, 0, SymbolInks.BLACK_ON_WHITE));
    assertEquals(SymbolRefusal.TOO_SMALL, refused(small));
  }

  @ParameterizedTest
  @CsvSource({"0.1, true", "0.2, true", "0.45, false", "0.6, false"})
  void page_logo_isTakenAsFarAsTheSymbolIsStillRead(double share, boolean taken) {
    Labels labels = labels(symbol(share, SymbolInks.BLACK_ON_WHITE));
    Checked<LabelPage> page = labels.page(CONTENT.withLogo(darkSquare()));
    assertEquals(taken, page instanceof Checked.Passed, page.toString());
  }

  @Test
  void page_logoTooLarge_isRefusedWithItsShare() {
    Labels labels = labels(symbol(0.5, SymbolInks.BLACK_ON_WHITE));
    assertEquals(
        "with a logo of 50 per cent of its side the symbol is not read any more; allowed is what"
            + " correction HIGH mends, so make the logo smaller",
        Refused.by(labels.page(CONTENT.withLogo(darkSquare()))).message());
  }

  /** Symbols whose data looks like a finder when they are turned by 7 degrees. */
  @ParameterizedTest
  @CsvSource({"1000000066, 26", "1000000312, 26", "1000000294, 25", "1000000467, 25"})
  void page_symbolThatIsNotReadInOneDirection_isReadInAnother(String slug, double side) {
    SymbolPart part =
        new SymbolPart(
            new Frame(2, 2, side, side),
            LabelField.LINK,
            new SymbolPart.Look(Correction.MEDIUM, 0, SymbolInks.BLACK_ON_WHITE));
    LabelContent content = LabelContent.of("HTTPS://TAP.EXAMPLE.COM/Q/" + slug);
    assertTrue(labels(part).page(content) instanceof Checked.Passed);
  }

  @Test
  void page_noLink_isRefused() {
    Labels labels = labels(symbol(0, SymbolInks.BLACK_ON_WHITE));
    assertEquals("qr-empty", Refused.by(labels.page(LabelContent.of(""))).code().code());
  }

  @Test
  void page_contactSymbol_holdsTheCardInUtf8() {
    String card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张伟\r\nEND:VCARD\r\n";
    SymbolPart contact =
        new SymbolPart(
            new Frame(1, 1, 30, 30),
            LabelField.CONTACT,
            new SymbolPart.Look(Correction.MEDIUM, 0, SymbolInks.BLACK_ON_WHITE));
    Labels labels = labels(contact);
    assertTrue(labels.page(CONTENT.with(LabelField.CONTACT, card)) instanceof Checked.Passed);
  }

  @Test
  @Tag("fonts")
  void page_rightToLeftName_standsAtTheRight() {
    LabelTemplate template = Templates.shipped().named("t", "desk-label").orThrow();
    Labels labels = new Labels(template, Resolution.LABEL_PRINTER);
    TextMark latin = firstText(labels.page(CONTENT).orThrow());
    TextMark arabic = firstText(labels.page(CONTENT.with(LabelField.NAME, "محمد")).orThrow());
    assertEquals(26.6, latin.left(), 1e-6);
    assertEquals(54.6, arabic.left() + arabic.line().widthMillimetres(), 1e-6);
  }

  @Test
  void page_nameThatDoesNotFit_isRefusedUnlessTheTemplateMayLeaveItOut() {
    LabelContent content = CONTENT.with(LabelField.NAME, "Extraordinarily".repeat(12));
    LabelTemplate sleeve = Templates.shipped().named("t", "desk-label").orThrow();
    LabelTemplate sheet = Templates.shipped().named("t", "sheet-cut").orThrow();
    assertEquals(
        "text-too-wide",
        Refused.by(new Labels(sleeve, Resolution.LABEL_PRINTER).page(content)).code().code());
    assertTrue(new Labels(sheet, Resolution.LABEL_PRINTER).page(content) instanceof Checked.Passed);
  }

  @Test
  void calibration_singleLabel_hasAFrameThreeMillimetresInside() {
    LabelPage page = CalibrationPage.of(new SingleStock("own", "own", new LabelSize(57, 32)));
    FilledMark top = (FilledMark) page.marks().getFirst();
    assertEquals(new Frame(3, 3, 51, 0.15), top.frame());
  }

  private static TextMark firstText(LabelPage page) {
    return page.marks().stream()
        .filter(TextMark.class::isInstance)
        .map(TextMark.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static RefusalCode refused(TemplatePart... parts) {
    return Refused.by(labels(parts).page(CONTENT)).code();
  }

  private static Labels labels(TemplatePart... parts) {
    SingleStock stock = new SingleStock("own", "own", new LabelSize(40, 32));
    return new Labels(
        new LabelTemplate("own", "own", stock, List.of(parts)), Resolution.LABEL_PRINTER);
  }

  private static SymbolPart symbol(double logoShare, SymbolInks inks) {
    return new SymbolPart(
        ROOM, LabelField.LINK, new SymbolPart.Look(Correction.MEDIUM, logoShare, inks));
  }

  private static Picture darkSquare() {
    BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.BLUE);
    drawing.fillRect(0, 0, 100, 100);
    drawing.dispose();
    return Picture.of(image);
  }
}
