package tapwright.agent.print;

import java.io.InputStream;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The font of captions: Liberation Sans, embedded, with only the glyphs that are used. */
final class CaptionFont {

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String ELLIPSIS = "…";

  private final PDFont font;
  private final CmapLookup glyphs;

  private CaptionFont(PDFont font, CmapLookup glyphs) {
    this.font = font;
    this.glyphs = glyphs;
  }

  static CaptionFont embeddedIn(PDDocument document) {
    return PdfCanvas.drawn(
        () -> {
          try (InputStream file =
              Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
            PDFont font = PDType0Font.load(document, parsed, true);
            return new CaptionFont(font, parsed.getUnicodeCmapLookup());
          }
        });
  }

  PDFont font() {
    return font;
  }

  /** The text as it is printed: letters and their marks as one character where there is one. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * Whether the composed text prints as it should: a glyph for each character, left to right, and
   * no mark that would have to be placed on the letter before it.
   */
  boolean prints(String text) {
    return !Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        && text.codePoints().allMatch(this::hasPlainGlyph);
  }

  double widthMillimetres(String text, double sizePoints) {
    return PdfCanvas.drawn(() -> (double) font.getStringWidth(text))
        / 1000
        * sizePoints
        / PdfCanvas.POINTS_PER_MILLIMETRE;
  }

  /**
   * The text in lines that are no wider, at most so many, broken behind a space, hyphen or slash
   * where there is one.
   */
  List<String> lines(String text, double sizePoints, double widthMillimetres, int maxLines) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < maxLines) {
      int fitting = fitting(rest, sizePoints, widthMillimetres);
      boolean last = lines.size() == maxLines - 1;
      if (fitting == rest.length() || last) {
        lines.add(fitting == rest.length() ? rest : cut(rest, sizePoints, widthMillimetres));
        return lines;
      }
      int end = breakBefore(rest, fitting);
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    return lines;
  }

  private static int breakBefore(String text, int end) {
    for (int i = end; i > 0; i--) {
      if (" -/".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return end;
  }

  private String cut(String text, double sizePoints, double widthMillimetres) {
    double room = widthMillimetres - widthMillimetres(ELLIPSIS, sizePoints);
    return text.substring(0, fitting(text, sizePoints, room)).stripTrailing() + ELLIPSIS;
  }

  /** How many chars from the beginning fit the width, at least one character. */
  private int fitting(String text, double sizePoints, double widthMillimetres) {
    int end = text.length();
    int least = text.offsetByCodePoints(0, 1);
    while (end > least && widthMillimetres(text.substring(0, end), sizePoints) > widthMillimetres) {
      end = text.offsetByCodePoints(end, -1);
    }
    return end;
  }

  private boolean hasPlainGlyph(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.NON_SPACING_MARK
        && type != Character.ENCLOSING_MARK
        && glyphs.getGlyphId(codePoint) != 0;
  }
}
