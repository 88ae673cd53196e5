package tapwright.agent.print.page;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import tapwright.core.Bytes;

/** A raster picture, as a shop's logo, with 8 bits each of alpha, red, green and blue a pixel. */
public final class Picture {

  /** A hand's width at 600 dots an inch is 2,000; more than twice that is only slow. */
  public static final int MOST_PIXELS = 4096;

  private final int width;
  private final int[] argb;
  private final int hash;

  private Picture(int width, int[] argb) {
    this.width = width;
    this.argb = argb;
    this.hash = 31 * width + Arrays.hashCode(argb);
  }

  /** The picture in a PNG, JPEG or GIF file, or nothing where it is none or too large. */
  public static Optional<Picture> decode(Bytes file) {
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(file.toArray()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // Spoiled files make the platform's readers fail in each of these ways.
      return Optional.empty();
    }
  }

  /** The measures are read first, so that a small file cannot ask for a large memory. */
  private static Optional<Picture> read(ImageReader reader, ImageInputStream in)
      throws IOException {
    try {
      reader.setInput(in);
      int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
      return longer > MOST_PIXELS ? Optional.empty() : Optional.of(of(reader.read(0)));
    } finally {
      reader.dispose();
    }
  }

  /** A copy of the image's pixels. */
  public static Picture of(BufferedImage image) {
    int width = image.getWidth();
    return new Picture(width, image.getRGB(0, 0, width, image.getHeight(), null, 0, width));
  }

  public int width() {
    return width;
  }

  public int height() {
    return argb.length / width;
  }

  /** A copy of the pixels to draw with. */
  public BufferedImage image() {
    BufferedImage image = new BufferedImage(width, height(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height(), argb, 0, width);
    return image;
  }

  /** A copy of that many pixels, halved in steps so that no fine line is lost on the way. */
  public BufferedImage image(int columns, int rows) {
    BufferedImage image = image();
    while (image.getWidth() >= 2 * columns && image.getHeight() >= 2 * rows) {
      image = scaled(image, image.getWidth() / 2, image.getHeight() / 2);
    }
    return scaled(image, columns, rows);
  }

  private static BufferedImage scaled(BufferedImage from, int columns, int rows) {
    BufferedImage to = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
    Graphics2D drawing = to.createGraphics();
    drawing.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    drawing.drawImage(from, 0, 0, columns, rows, null);
    drawing.dispose();
    return to;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that && width == that.width && Arrays.equals(argb, that.argb);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
