package tapwright.agent.print.render;

import java.awt.image.BufferedImage;
import tapwright.core.Bytes;

/** How a PNG file holds its pixels (W3C PNG, third edition, section 11.2.1). */
enum PngDepth {
  BLACK_AND_WHITE(1, 0) {
    @Override
    byte[] row(int[] rgb) {
      byte[] row = new byte[(rgb.length + 7) / 8];
      for (int x = 0; x < rgb.length; x++) {
        if ((rgb[x] & 1) != 0) {
          row[x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
      return row;
    }
  },
  GREY(8, 0) {
    @Override
    byte[] row(int[] rgb) {
      byte[] row = new byte[rgb.length];
      for (int x = 0; x < rgb.length; x++) {
        row[x] = (byte) rgb[x];
      }
      return row;
    }
  },
  COLOUR(8, 2) {
    @Override
    byte[] row(int[] rgb) {
      byte[] row = new byte[rgb.length * 3];
      for (int x = 0; x < rgb.length; x++) {
        row[3 * x] = (byte) (rgb[x] >> 16);
        row[3 * x + 1] = (byte) (rgb[x] >> 8);
        row[3 * x + 2] = (byte) rgb[x];
      }
      return row;
    }
  };

  private final int bits;
  private final int colourType;

  PngDepth(int bits, int colourType) {
    this.bits = bits;
    this.colourType = colourType;
  }

  /** What IHDR says behind width and height; the zeros are deflate, filters, no interlacing. */
  Bytes header() {
    return Bytes.of(bits, colourType, 0, 0, 0);
  }

  /** One row as the file holds it. */
  abstract byte[] row(int[] rgb);

  static PngDepth of(BufferedImage image) {
    PngDepth least = BLACK_AND_WHITE;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        PngDepth needed = of(image.getRGB(x, y) & 0xFFFFFF);
        least = needed.compareTo(least) > 0 ? needed : least;
      }
    }
    return least;
  }

  private static PngDepth of(int rgb) {
    if (rgb == 0 || rgb == 0xFFFFFF) {
      return BLACK_AND_WHITE;
    }
    int blue = rgb & 0xFF;
    return rgb == blue * 0x010101 ? GREY : COLOUR;
  }
}
