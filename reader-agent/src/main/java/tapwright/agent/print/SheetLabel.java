package tapwright.agent.print;

/**
 * One label of a sheet.
 *
 * @param link what the symbol leads to
 * @param name whose card it belongs to; left out of print where the font lacks a glyph for it
 * @param order the shop's order number, empty for none
 */
public record SheetLabel(String link, String name, String order) {}
