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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One font file that labels are set in. NOTICE names their licences, docs/labels.md where a build
 * takes them from: what a library brings is always there, what Debian brings may be missing.
 */
public enum FontFace {
  SANS(FontSource.LIBRARY, "LiberationSans-Regular.ttf", "Latin, Greek, Cyrillic"),
  SANS_BOLD(FontSource.LIBRARY, "LiberationSans-Bold.ttf", "Latin, Greek, Cyrillic"),
  ARABIC(FontSource.DEBIAN, "NotoSansArabicUI-Regular.ttf", "Arabic"),
  ARABIC_BOLD(FontSource.DEBIAN, "NotoSansArabicUI-Bold.ttf", "Arabic"),
  DEVANAGARI(FontSource.DEBIAN, "NotoSansDevanagariUI-Regular.ttf", "Devanagari"),
  DEVANAGARI_BOLD(FontSource.DEBIAN, "NotoSansDevanagariUI-Bold.ttf", "Devanagari"),
  /** It has one weight alone. */
  CJK(FontSource.DEBIAN, "wqy-microhei.ttc", "Chinese, Japanese, Korean");

  /** Glyphs are measured at this size, so that nothing is rounded that can be seen. */
  private static final float MEASURED_AT = 1000;

  private final FontSource source;
  private final String file;
  private final String scripts;

  FontFace(FontSource source, String file, String scripts) {
    this.source = source;
    this.file = file;
    this.scripts = scripts;
  }

  /**
   * The fonts of a weight that this build has, in the order in which they are asked for a glyph.
   */
  static List<FontFace> of(Weight weight) {
    return switch (weight) {
      case REGULAR -> Present.REGULAR;
      case BOLD -> Present.BOLD;
    };
  }

  /** The scripts that these fonts have, for people. */
  static String scripts(List<FontFace> faces) {
    return faces.stream().map(face -> face.scripts).collect(Collectors.joining(", "));
  }

  /** The file's bytes, to be embedded. */
  public InputStream open() {
    return Objects.requireNonNull(FontFace.class.getResourceAsStream(path()), path());
  }

  private String path() {
    return source.folder() + file;
  }

  private boolean isThere() {
    return FontFace.class.getResource(path()) != null;
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

  /** Looked for once; what a build has stays as it is while it runs. */
  private static final class Present {

    private static final List<FontFace> REGULAR = present(SANS, ARABIC, DEVANAGARI, CJK);
    private static final List<FontFace> BOLD =
        present(SANS_BOLD, ARABIC_BOLD, DEVANAGARI_BOLD, CJK);

    private static List<FontFace> present(FontFace... faces) {
      return Arrays.stream(faces).filter(FontFace::isThere).toList();
    }
  }

  /** Fonts are read once, when the first text is shaped, and glyphs drawn once. */
  private static final class Loaded {

    private static final Map<FontFace, Font> FONTS = new ConcurrentHashMap<>();
    private static final Map<Glyph, Shape> OUTLINES = new ConcurrentHashMap<>();

    private static Font font(FontFace face) {
      return FONTS.computeIfAbsent(face, FontFace::load);
    }
  }
}
