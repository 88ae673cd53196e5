package tapwright.agent.print.text;

import java.util.List;

/**
 * The least piece of a text that has glyphs of its own, as a letter with its marks, a ligature or a
 * syllable.
 *
 * @param text its characters in the order of reading
 * @param glyphs one or more, from left to right
 */
public record Cluster(String text, List<PlacedGlyph> glyphs) {

  public Cluster {
    glyphs = List.copyOf(glyphs);
  }

  Cluster moved(double right) {
    return new Cluster(
        text,
        glyphs.stream()
            .map(glyph -> new PlacedGlyph(glyph.id(), glyph.right() + right, glyph.down()))
            .toList());
  }
}
