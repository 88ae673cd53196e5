package tapwright.agent.print.text;

import java.util.List;

/**
 * Glyphs of one font and one direction, side by side.
 *
 * @param face the font
 * @param clusters from left to right, whatever the direction of reading
 */
public record GlyphRun(FontFace face, List<Cluster> clusters) {

  public GlyphRun {
    clusters = List.copyOf(clusters);
  }

  GlyphRun moved(double right) {
    return new GlyphRun(face, clusters.stream().map(cluster -> cluster.moved(right)).toList());
  }
}
