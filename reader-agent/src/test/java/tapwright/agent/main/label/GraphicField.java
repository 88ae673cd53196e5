package tapwright.agent.main.label;

import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An independent reader of ^GFA, as the ZPL II Programming Guide describes its compressed data: G to
 * Y repeat the next digit 1 to 19 times, g to z 20 to 400 times, a comma fills the row with light,
 * an exclamation mark with dark, a colon repeats the row before.
 */
final class GraphicField {

  private static final Pattern FIELD =
      Pattern.compile("\\^FO(\\d+),(\\d+)\\^GFA,(\\d+),(\\d+),(\\d+),([^^]*)\\^FS");
  private static final Pattern NUMBER = Pattern.compile("\\^(PW|LL)(\\d+)");

  private GraphicField() {}

  /** The label with its graphic fields drawn. */
  static BufferedImage drawn(String zpl) {
    BufferedImage label = blank(zpl);
    Matcher field = FIELD.matcher(zpl);
    while (field.find()) {
      draw(label, field);
    }
    return label;
  }

  private static BufferedImage blank(String zpl) {
    int width = 0;
    int height = 0;
    Matcher number = NUMBER.matcher(zpl);
    while (number.find()) {
      int value = Integer.parseInt(number.group(2));
      width = number.group(1).equals("PW") ? value : width;
      height = number.group(1).equals("LL") ? value : height;
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xFFFFFF);
      }
    }
    return image;
  }

  private static void draw(BufferedImage label, Matcher field) {
    int left = Integer.parseInt(field.group(1));
    int top = Integer.parseInt(field.group(2));
    int digitsPerRow = Integer.parseInt(field.group(5)) * 2;
    String digits = digits(field.group(6).replaceAll("\\s", ""), digitsPerRow);
    if (digits.length() != Integer.parseInt(field.group(4)) * 2) {
      throw new AssertionError("the field has " + digits.length() + " digits: " + field.group(4));
    }
    for (int i = 0; i < digits.length() * 4; i++) {
      int x = left + i % (digitsPerRow * 4);
      int y = top + i / (digitsPerRow * 4);
      boolean dark = (Character.digit(digits.charAt(i / 4), 16) >> (3 - i % 4) & 1) == 1;
      if (dark && x < label.getWidth() && y < label.getHeight()) {
        label.setRGB(x, y, 0);
      }
    }
  }

  private static String digits(String data, int perRow) {
    StringBuilder all = new StringBuilder();
    int repeat = 0;
    for (char sign : data.toCharArray()) {
      if (sign >= 'G' && sign <= 'Y') {
        repeat += sign - 'G' + 1;
      } else if (sign >= 'g' && sign <= 'z') {
        repeat += (sign - 'g' + 1) * 20;
      } else if (sign == ':') {
        all.append(all, all.length() - perRow, all.length());
      } else if (sign == ',' || sign == '!') {
        int missing = perRow - all.length() % perRow;
        all.append((sign == ',' ? "0" : "F").repeat(missing));
      } else {
        all.append(String.valueOf(sign).repeat(Math.max(1, repeat)));
        repeat = 0;
      }
    }
    return all.toString();
  }
}
