package tapwright.agent.print.render;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The map from a PDF font's glyphs to what they mean (ISO 32000-1, section 9.10.3). */
final class ToUnicode {

  /** So many lines may stand in one block (Adobe Technical Note 5014, section 6.2). */
  private static final int LINES_IN_BLOCK = 100;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final String HEAD =
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange
      """;

  private static final String END =
      """
      endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end
      """;

  private ToUnicode() {}

  static String of(Map<Integer, String> meanings) {
    StringBuilder map = new StringBuilder(HEAD);
    List<String> lines = new ArrayList<>();
    meanings.forEach((glyph, text) -> lines.add("<" + code(glyph) + "> <" + utf16(text) + ">\n"));
    for (int i = 0; i < lines.size(); i += LINES_IN_BLOCK) {
      List<String> block = lines.subList(i, Math.min(lines.size(), i + LINES_IN_BLOCK));
      map.append(block.size()).append(" beginbfchar\n");
      block.forEach(map::append);
      map.append("endbfchar\n");
    }
    return map.append(END).toString();
  }

  /** A glyph's number as content and maps name it. */
  static String code(int glyph) {
    return HEX.toHexDigits((char) glyph);
  }

  /** Hexadecimal digits of the text in UTF-16, the higher byte first. */
  static String utf16(String text) {
    return HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }
}
