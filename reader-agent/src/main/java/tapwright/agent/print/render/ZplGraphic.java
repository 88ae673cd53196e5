package tapwright.agent.print.render;

import java.util.HexFormat;

/**
 * Dots as graphic fields of a label printer (ZPL II Programming Guide 45541L-004, ^GF), in the
 * shorter form of hexadecimal digits (the same, Alternative Data Compression Scheme for ~DG and ~DB
 * Commands).
 *
 * <pre>
 *  G to Y   the next digit 1 to 19 times
 *  g to z   the next digit 20, 40 ... 400 times, added to what follows
 *  ,        zeros to the end of the row
 *  !        ones to the end of the row
 *  :        the row before once more
 * </pre>
 */
final class ZplGraphic {

  /** The most bytes that one field takes (^GF, parameters b and c). */
  static final int MOST_BYTES = 99_999;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private static final int MOST_REPEATS = 400;
  private static final int STEP = 20;

  private ZplGraphic() {}

  /** The whole picture as fields below each other, each small enough. */
  static String fields(DotRows dots) {
    int rowsInField = Math.max(1, MOST_BYTES / dots.bytesPerRow());
    StringBuilder fields = new StringBuilder();
    for (int top = 0; top < dots.rows(); top += rowsInField) {
      fields.append(field(dots, top, Math.min(dots.rows(), top + rowsInField)));
    }
    return fields.toString();
  }

  private static String field(DotRows dots, int top, int bottom) {
    int bytes = dots.bytesPerRow() * (bottom - top);
    StringBuilder field = new StringBuilder("^FO0,").append(top);
    field.append("^GFA,").append(bytes).append(',').append(bytes);
    field.append(',').append(dots.bytesPerRow()).append(',');
    String before = "";
    for (int y = top; y < bottom; y++) {
      String row = HEX.formatHex(dots.row(y));
      field.append(row.equals(before) ? ":" : shortened(row));
      before = row;
    }
    return field.append("^FS\n").toString();
  }

  private static String shortened(String row) {
    String kept = row.replaceFirst("0+$", "");
    if (kept.length() < row.length()) {
      return repeated(kept) + ",";
    }
    kept = row.replaceFirst("F+$", "");
    return kept.length() < row.length() ? repeated(kept) + "!" : repeated(row);
  }

  private static String repeated(String digits) {
    StringBuilder shorter = new StringBuilder();
    int start = 0;
    while (start < digits.length()) {
      int end = start;
      while (end < digits.length() && digits.charAt(end) == digits.charAt(start)) {
        end++;
      }
      count(shorter, end - start);
      shorter.append(digits.charAt(start));
      start = end;
    }
    return shorter.toString();
  }

  /** Nothing for one; a row of 1,000 mm at 600 dpi takes more than one of the largest letters. */
  private static void count(StringBuilder shorter, int repeats) {
    int rest = repeats;
    while (rest >= STEP) {
      int taken = Math.min(MOST_REPEATS, rest / STEP * STEP);
      shorter.append((char) ('g' + taken / STEP - 1));
      rest -= taken;
    }
    if (rest > 1 || (rest == 1 && repeats > 1)) {
      shorter.append((char) ('G' + rest - 1));
    }
  }
}
