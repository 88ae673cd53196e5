package tapwright.agent.print.render;

import java.awt.image.BufferedImage;
import tapwright.agent.print.page.Ink;

/** A picture as rows of dots, eight to a byte, leftmost dot highest; a dark dot is a one. */
final class DotRows {

  private final BufferedImage image;

  DotRows(BufferedImage image) {
    this.image = image;
  }

  int columns() {
    return image.getWidth();
  }

  int rows() {
    return image.getHeight();
  }

  int bytesPerRow() {
    return (columns() + 7) / 8;
  }

  /** One row; behind the last dot there is nothing dark. */
  byte[] row(int y) {
    byte[] row = new byte[bytesPerRow()];
    int[] rgb = image.getRGB(0, y, columns(), 1, null, 0, columns());
    for (int x = 0; x < rgb.length; x++) {
      if (!new Ink(rgb[x] & 0xFFFFFF).isLight()) {
        row[x / 8] |= (byte) (0x80 >> x % 8);
      }
    }
    return row;
  }
}
