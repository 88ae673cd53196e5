package tapwright.agent.print.text;

import java.util.List;

/**
 * Glyphs of one font, side by side.
 *
 * @param face the font
 * @param text what they say, in the order of reading
 * @param glyphs in the order of drawing, left to right
 */
public record GlyphRun(FontFace face, String text, List<PlacedGlyph> glyphs) {

  public GlyphRun {
    glyphs = List.copyOf(glyphs);
  }
}
