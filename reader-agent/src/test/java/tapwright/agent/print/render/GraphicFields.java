package tapwright.agent.print.render;

import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a label printer makes of the graphic fields of a format, after the ZPL II Programming Guide
 * (^GF and the Alternative Data Compression Scheme), and of nothing else in it.
 */
public final class GraphicFields {

  private static final Pattern SIZE = Pattern.compile("\\^PW(\\d+)\\^LL(\\d+)");

  private static final Pattern FIELD =
      Pattern.compile("\\^FO(\\d+),(\\d+)\\^GFA,(\\d+),(\\d+),(\\d+),([^^]*)\\^FS");

  private final BufferedImage paper;

  private GraphicFields(int width, int height) {
    this.paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      paper.setRGB(i % width, i / width, 0xFFFFFF);
    }
  }

  /** The printed label. */
  public static BufferedImage printed(String zpl) {
    Matcher size = SIZE.matcher(zpl);
    if (!size.find()) {
      throw new AssertionError("no ^PW and ^LL");
    }
    GraphicFields printer = new GraphicFields(number(size, 1), number(size, 2));
    Matcher field = FIELD.matcher(zpl);
    while (field.find()) {
      printer.print(field);
    }
    return printer.paper;
  }

  private void print(Matcher field) {
    int bytes = number(field, 4);
    int digitsInRow = number(field, 5) * 2;
    if (bytes > 99_999 || bytes != number(field, 3)) {
      throw new AssertionError("the printer takes 1 to 99999 bytes, as many as it is told");
    }
    String digits = digits(field.group(6), digitsInRow);
    if (digits.length() != bytes * 2) {
      throw new AssertionError(digits.length() + " digits for " + bytes + " bytes");
    }
    for (int i = 0; i < digits.length() * 4; i++) {
      boolean dark = (Character.digit(digits.charAt(i / 4), 16) & 8 >> i % 4) != 0;
      dot(number(field, 1) + i % (digitsInRow * 4), number(field, 2) + i / (digitsInRow * 4), dark);
    }
  }

  private void dot(int x, int y, boolean dark) {
    if (dark) {
      paper.setRGB(x, y, 0);
    }
  }

  private static String digits(String data, int digitsInRow) {
    StringBuilder digits = new StringBuilder();
    int count = 0;
    for (int i = 0; i < data.length(); i++) {
      char c = data.charAt(i);
      int inRow = digits.length() % digitsInRow;
      if (c >= 'G' && c <= 'Y') {
        count += c - 'G' + 1;
      } else if (c >= 'g' && c <= 'z') {
        count += (c - 'g' + 1) * 20;
      } else if (c == ',' || c == '!') {
        digits.append((c == ',' ? "0" : "F").repeat(digitsInRow - inRow));
      } else if (c == ':') {
        digits.append(digits.substring(digits.length() - digitsInRow));
      } else {
        digits.append(String.valueOf(c).repeat(Math.max(1, count)));
        count = 0;
      }
    }
    return digits.toString();
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
