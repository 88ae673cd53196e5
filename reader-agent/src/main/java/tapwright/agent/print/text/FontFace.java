package tapwright.agent.print.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** One font file of those that Tapwright brings; resources/tapwright/fonts names the licences. */
public enum FontFace {
  /** Latin with Vietnamese, Greek, Cyrillic. */
  SANS("NotoSans-Regular.ttf"),
  SANS_BOLD("NotoSans-Bold.ttf"),
  ARABIC("NotoSansArabic-Regular.ttf"),
  ARABIC_BOLD("NotoSansArabic-Bold.ttf"),
  DEVANAGARI("NotoSansDevanagari-Regular.ttf"),
  DEVANAGARI_BOLD("NotoSansDevanagari-Bold.ttf"),
  /** Chinese, Japanese, Korean; it has one weight alone. */
  CJK("wqy-microhei.ttc");

  /** Glyphs are measured at this size, so that nothing is rounded that can be seen. */
  private static final float MEASURED_AT = 1000;

  private final String file;

  FontFace(String file) {
    this.file = file;
  }

  /** The fonts of a weight in the order in which they are asked for a glyph. */
  static List<FontFace> of(Weight weight) {
    return switch (weight) {
      case REGULAR -> List.of(SANS, ARABIC, DEVANAGARI, CJK);
      case BOLD -> List.of(SANS_BOLD, ARABIC_BOLD, DEVANAGARI_BOLD, CJK);
    };
  }

  /** The file's bytes, to be embedded. */
  public InputStream open() {
    String path = "/tapwright/fonts/" + file;
    return Objects.requireNonNull(FontFace.class.getResourceAsStream(path), path);
  }

  /** Whether the file holds several fonts, of which the first is meant. */
  public boolean isCollection() {
    return file.endsWith(".ttc");
  }

  /** A glyph's outline on the baseline, in units of the text's size, downwards positive. */
  public Shape outline(int glyph) {
    return Loaded.OUTLINES.computeIfAbsent(
        new Glyph(this, glyph), known -> drawnOutline(known.id()));
  }

  boolean has(int codePoint) {
    return Loaded.font(this).canDisplay(codePoint);
  }

  /** The glyphs of some characters of a text, shaped; positions are a thousandth of a size. */
  GlyphVector shape(char[] text, int start, int end, boolean rightToLeft) {
    int direction = rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
    return Loaded.font(this).layoutGlyphVector(Measure.EXACT, text, start, end, direction);
  }

  static double inSizes(double measured) {
    return measured / MEASURED_AT;
  }

  private Shape drawnOutline(int glyph) {
    GlyphVector one = Loaded.font(this).createGlyphVector(Measure.EXACT, new int[] {glyph});
    return Measure.shrunk(one.getOutline(), 1 / MEASURED_AT);
  }

  private Font load() {
    try {
      return Font.createFonts(copied())[0].deriveFont(
          Map.of(TextAttribute.SIZE, MEASURED_AT, TextAttribute.KERNING, 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException(file + " is no font", e);
    }
  }

  /**
   * The font as a file of its own, which is removed last of all. Java would keep one too, and
   * remove it before a station that is told to end has drawn its last sheet.
   */
  private File copied() throws IOException {
    Path copy = Files.createTempFile("tapwright-", "-" + file);
    copy.toFile().deleteOnExit();
    try (InputStream in = open()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    return copy.toFile();
  }

  private record Glyph(FontFace face, int id) {}

  /** Fonts are read once, when the first text is shaped, and glyphs drawn once. */
  private static final class Loaded {

    private static final Map<FontFace, Font> FONTS = new ConcurrentHashMap<>();
    private static final Map<Glyph, Shape> OUTLINES = new ConcurrentHashMap<>();

    private static Font font(FontFace face) {
      return FONTS.computeIfAbsent(face, FontFace::load);
    }
  }
}
