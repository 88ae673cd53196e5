package tapwright.agent.print.text;

/**
 * One glyph at its place in a line, in units of the text's size.
 *
 * @param id its number in the font file
 * @param right where it begins, from the line's left end
 * @param down how far it stands below the baseline
 */
public record PlacedGlyph(int id, double right, double down) {}
