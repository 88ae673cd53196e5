package tapwright.agent.print.text;

import java.awt.font.GlyphVector;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tapwright.core.Checked;
import tapwright.core.Refusal;

/**
 * Makes glyphs of a text: letters joined, marks placed and directions sorted (Unicode Standard
 * Annex 9), by the shaping engine of the Java platform.
 */
public final class TextShaper {

  /** What has no glyph and is drawn as nothing at all. */
  private static final int NO_GLYPH = 0xFFFF;

  /** More than any label takes in letters that can be read. */
  public static final int MOST_CHARACTERS = 300;

  private final List<FontFace> faces;

  public TextShaper(Weight weight) {
    this.faces = FontFace.of(weight);
  }

  /** The text with letters and their marks as one character where there is one, in one line. */
  public static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  /** Whether the first letter with a direction runs from right to left. */
  public static boolean isRightToLeft(String text) {
    return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /** The composed text itself, or why it cannot be set: too long, or no font has a character. */
  public Checked<String> covered(String field, String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Checked.refused(
          TextRefusal.TOO_LONG.with(
              "field", field, "seen", text.length(), "allowed", MOST_CHARACTERS));
    }
    OptionalInt missing = firstMissing(text);
    return missing.isEmpty()
        ? Checked.passed(text)
        : Checked.refused(unknown(field, text, missing.getAsInt()));
  }

  /**
   * The line in letters of one millimetre.
   *
   * @param text covered by the fonts
   * @param rightToLeft the direction of the text that the line is part of
   */
  public ShapedLine shape(String text, boolean rightToLeft) {
    List<Itemizer.Item> items = new Itemizer(text, rightToLeft, faces).items();
    List<GlyphRun> runs = new ArrayList<>();
    double width = 0;
    for (Itemizer.Item item : visual(items)) {
      GlyphVector glyphs =
          item.face().shape(text.toCharArray(), item.start(), item.end(), item.isRightToLeft());
      Clusters clusters = new Clusters(text, item, glyphs);
      runs.add(new GlyphRun(item.face(), shown(clusters.visual())).moved(width));
      width += clusters.width();
    }
    return new ShapedLine(text, 1, width, runs);
  }

  private static List<Itemizer.Item> visual(List<Itemizer.Item> items) {
    byte[] levels = new byte[items.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) items.get(i).level();
    }
    Itemizer.Item[] ordered = items.toArray(Itemizer.Item[]::new);
    Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
    return List.of(ordered);
  }

  private static List<Cluster> shown(List<Cluster> clusters) {
    return clusters.stream()
        .map(
            cluster ->
                new Cluster(
                    cluster.text(),
                    cluster.glyphs().stream().filter(glyph -> glyph.id() < NO_GLYPH).toList()))
        .filter(cluster -> !cluster.glyphs().isEmpty())
        .toList();
  }

  private OptionalInt firstMissing(String text) {
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      if (!Itemizer.isInvisible(codePoint) && faces.stream().noneMatch(f -> f.has(codePoint))) {
        return OptionalInt.of(index);
      }
      index += Character.charCount(codePoint);
    }
    return OptionalInt.empty();
  }

  private Refusal unknown(String field, String text, int index) {
    int codePoint = text.codePointAt(index);
    return TextRefusal.CHARACTER.with(
        "field",
        field,
        "seen",
        "U+%04X %s".formatted(codePoint, Character.getName(codePoint)),
        "position",
        text.codePointCount(0, index) + 1,
        "allowed",
        FontFace.scripts(faces));
  }
}
