package tapwright.agent.print.text;

import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Finds which glyphs stand for which characters. */
final class Clusters {

  private final String text;
  private final Itemizer.Item item;
  private final GlyphVector glyphs;
  private final TreeSet<Integer> starts = new TreeSet<>();

  Clusters(String text, Itemizer.Item item, GlyphVector glyphs) {
    this.text = text;
    this.item = item;
    this.glyphs = glyphs;
    for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
      starts.add(firstCharacter(i));
    }
  }

  /** The clusters from left to right. */
  List<Cluster> visual() {
    List<Cluster> clusters = new ArrayList<>();
    int glyph = 0;
    while (glyph < glyphs.getNumGlyphs()) {
      int end = glyph + 1;
      while (end < glyphs.getNumGlyphs() && firstCharacter(end) == firstCharacter(glyph)) {
        end++;
      }
      clusters.add(new Cluster(textFrom(firstCharacter(glyph)), placed(glyph, end)));
      glyph = end;
    }
    return clusters;
  }

  /** In units of the text's size. */
  double width() {
    return FontFace.inSizes(glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX());
  }

  private int firstCharacter(int glyph) {
    return item.start() + glyphs.getGlyphCharIndex(glyph);
  }

  private String textFrom(int start) {
    Integer next = starts.higher(start);
    return text.substring(start, next == null ? item.end() : next);
  }

  private List<PlacedGlyph> placed(int from, int to) {
    List<PlacedGlyph> placed = new ArrayList<>();
    for (int i = from; i < to; i++) {
      placed.add(
          new PlacedGlyph(
              glyphs.getGlyphCode(i),
              FontFace.inSizes(glyphs.getGlyphPosition(i).getX()),
              FontFace.inSizes(glyphs.getGlyphPosition(i).getY())));
    }
    return placed;
  }
}
