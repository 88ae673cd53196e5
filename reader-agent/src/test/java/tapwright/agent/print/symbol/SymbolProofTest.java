package tapwright.agent.print.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Refusal;
import tapwright.core.qr.Correction;
import tapwright.core.qr.QrSymbol;

/** Each way to spoil a symbol, drawn dot by dot as a printer would. */
class SymbolProofTest {

  private static final String LINK = "HTTPS://EXAMPLE.COM/Q/0123456789";
  private static final QrSymbol SYMBOL = QrSymbol.of(LINK, Correction.HIGH).orThrow();
  private static final int DOTS = 4;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 12, 30})
  void refusal_symbolInAnyResolution_isNone(int dots) {
    assertEquals(Optional.empty(), refusal(drawn(dots), LINK));
  }

  @Test
  void refusal_inverted_namesBothLightnesses() {
    BufferedImage image = drawn(DOTS);
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      int x = i % image.getWidth();
      int y = i / image.getWidth();
      image.setRGB(x, y, ~image.getRGB(x, y) & 0xFFFFFF);
    }
    assertEquals(
        Optional.of(
            "the symbol has modules of lightness 255 on a ground of 0; allowed are dark modules on"
                + " a light ground"),
        refusal(image, LINK).map(Refusal::message));
  }

  @Test
  void refusal_pale_tellsTheContrast() {
    BufferedImage image = drawn(DOTS);
    painted(image, new Color(0xB0B0B0));
    assertEquals(
        Optional.of(
            "the symbol's modules and ground differ by 30 per cent of lightness; allowed are 40 or"
                + " more"),
        refusal(image, LINK).map(Refusal::message));
  }

  @Test
  void refusal_lineInTheQuietZone_tellsHowNear() {
    BufferedImage image = drawn(DOTS);
    bar(image, 0, 10, image.getWidth(), 1);
    assertEquals(
        Optional.of(
            "something dark is 1 modules away from the symbol; allowed are 4 free modules on each"
                + " side"),
        refusal(image, LINK).map(Refusal::message));
  }

  @Test
  void refusal_lineAtTheVeryEdgeOfTheQuietZone_isFoundToo() {
    BufferedImage image = drawn(DOTS);
    bar(image, image.getWidth() - 1, 0, 1, image.getHeight());
    assertEquals(SymbolRefusal.QUIET_ZONE, refusal(image, LINK).orElseThrow().code());
  }

  @Test
  void refusal_halfOfItHidden_isUnreadable() {
    BufferedImage image = drawn(DOTS);
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.WHITE);
    drawing.fillRect(image.getWidth() / 2, image.getHeight() / 4, image.getWidth() / 2 - 16, 60);
    assertEquals(SymbolRefusal.UNREADABLE, refusal(image, LINK).orElseThrow().code());
  }

  @Test
  void refusal_anotherLink_isNamedBesideTheIntendedOne() {
    assertEquals(
        Optional.of(
            "the symbol reads as 'HTTPS://EXAMPLE.COM/Q/0123456789'; allowed is only what the card"
                + " is meant to say, 'HTTPS://EXAMPLE.COM/Q/9876543210'"),
        refusal(drawn(DOTS), "HTTPS://EXAMPLE.COM/Q/9876543210").map(Refusal::message));
  }

  @Test
  void in_pictureThatIsNoSquare_isADefect() {
    BufferedImage oblong = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    assertThrows(IllegalArgumentException.class, () -> DrawnSymbol.in(oblong, 33));
  }

  private static Optional<Refusal> refusal(BufferedImage image, String intended) {
    return SymbolProof.refusal(DrawnSymbol.in(image, SYMBOL.sizeWithQuietZone()), intended);
  }

  private static BufferedImage drawn(int dots) {
    int side = SYMBOL.sizeWithQuietZone() * dots;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, side, side, SYMBOL.pixels(dots), 0, side);
    return image;
  }

  private static void painted(BufferedImage image, Color instead) {
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      int x = i % image.getWidth();
      int y = i / image.getWidth();
      if ((image.getRGB(x, y) & 0xFF) == 0) {
        image.setRGB(x, y, instead.getRGB());
      }
    }
  }

  private static void bar(BufferedImage image, int x, int y, int width, int height) {
    Graphics2D drawing = image.createGraphics();
    drawing.setColor(Color.BLACK);
    drawing.fillRect(x, y, width, height);
    drawing.dispose();
  }
}
