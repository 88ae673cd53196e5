package tapwright.core.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Checked;
import tapwright.core.Refusal;

class QrSymbolTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/t/AbC123",
        "HTTPS://EXAMPLE.COM/Q/0123456789",
        "0123456789",
        "Jürgen Groß",
        "محمد عبد الله",
        "Nguyễn Thị Ánh",
        "张伟",
        "🚀 emoji",
        "日本語テキスト",
        "BEGIN:VCARD\r\nFN:Zoë\r\nEND:VCARD\r\n"
      })
  void of_anyScript_readsBackFromItsPixels(String text) {
    QrSymbol symbol = QrSymbol.of(text, Correction.MEDIUM).orThrow();
    int scale = 5;
    assertEquals(
        Optional.of(text), QrReader.read(symbol.sizeWithQuietZone() * scale, symbol.pixels(scale)));
  }

  @Test
  void of_upperCaseLink_takesTheDenserCodingAndASmallerVersion() {
    QrSymbol mixed = QrSymbol.of("https://example.com/c/AbC123", Correction.MEDIUM).orThrow();
    QrSymbol upper = QrSymbol.of("HTTPS://EXAMPLE.COM/C/ABC123", Correction.MEDIUM).orThrow();
    assertFalse(mixed.isAlphanumeric());
    assertTrue(upper.isAlphanumeric());
    assertEquals(29, mixed.size());
    assertEquals(25, upper.size());
  }

  @ParameterizedTest
  @EnumSource(Correction.class)
  void of_capacity_isTakenToTheLastCharacterAndNotOneMore(Correction correction) {
    String bytes = "a".repeat(correction.maxBytes());
    String capitals = "A".repeat(correction.maxAlphanumeric());
    assertEquals(177, QrSymbol.of(bytes, correction).orThrow().size());
    assertEquals(177, QrSymbol.of(capitals, correction).orThrow().size());
    assertEquals(QrRefusal.TOO_LONG, refusal(bytes + "a", correction).code());
    assertEquals(QrRefusal.TOO_LONG, refusal(capitals + "A", correction).code());
  }

  @Test
  void of_tooLong_saysWhatWouldFit() {
    assertEquals(
        "the text takes 3000 bytes; allowed at correction MEDIUM are up to 2331, or 3391 where all"
            + " are digits, capital letters and space $%*+-./:",
        refusal("ü".repeat(1500), Correction.MEDIUM).message());
  }

  @Test
  void of_empty_isRefused() {
    assertEquals(QrRefusal.EMPTY, refusal("", Correction.MEDIUM).code());
  }

  @Test
  void of_textThatCannotBeCarried_isRefusedByReadingItAgain() {
    Refusal refusal = refusal("half \uD83D pair", Correction.MEDIUM);
    assertEquals(QrRefusal.READS_DIFFERENTLY, refusal.code());
    assertTrue(refusal.message().startsWith("the symbol reads as 'half ? pair'"));
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 20260904})
  void of_randomTexts_readBackAtEveryCorrection(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      String text =
          random
              .ints(1 + random.nextInt(300), 0x20, 0x2FFF)
              .mapToObj(Character::toString)
              .reduce("", String::concat);
      Correction correction = i % 2 == 0 ? Correction.LOW : Correction.QUARTILE;
      assertEquals(text, QrSymbol.of(text, correction).orThrow().text(), "seed " + seed);
    }
  }

  @Test
  void pixels_quietZone_isLightOnAllSides() {
    QrSymbol symbol = QrSymbol.of("A", Correction.HIGH).orThrow();
    int width = symbol.sizeWithQuietZone();
    int[] pixels = symbol.pixels(1);
    for (int i = 0; i < width; i++) {
      for (int edge = 0; edge < QrSymbol.QUIET_ZONE; edge++) {
        assertEquals(0xFFFFFFFF, pixels[edge * width + i]);
        assertEquals(0xFFFFFFFF, pixels[i * width + edge]);
        assertEquals(0xFFFFFFFF, pixels[(width - 1 - edge) * width + i]);
        assertEquals(0xFFFFFFFF, pixels[i * width + width - 1 - edge]);
      }
    }
    assertEquals(0xFF000000, pixels[QrSymbol.QUIET_ZONE * width + QrSymbol.QUIET_ZONE]);
  }

  @Test
  void read_imageWithoutASymbol_isEmpty() {
    int[] white = new int[100 * 100];
    Arrays.fill(white, 0xFFFFFFFF);
    assertEquals(Optional.empty(), QrReader.read(100, white));
  }

  private static Refusal refusal(String text, Correction correction) {
    if (QrSymbol.of(text, correction) instanceof Checked.Refused<QrSymbol>(Refusal refusal)) {
      return refusal;
    }
    throw new AssertionError("not refused: " + text);
  }
}
