package tapwright.agent.print.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageIO;
import tapwright.core.Bytes;

/** A raster picture, as a shop's logo, with 8 bits each of alpha, red, green and blue a pixel. */
public final class Picture {

  /** Twice a card's length at 600 dots an inch; more is only slow. */
  public static final int MOST_PIXELS = 4096;

  private final int width;
  private final int[] argb;

  private Picture(int width, int[] argb) {
    this.width = width;
    this.argb = argb;
  }

  /** The picture in a PNG or JPEG file, or nothing where it is neither or too large. */
  public static Optional<Picture> decode(Bytes file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file.toArray()));
      return Optional.ofNullable(image).flatMap(Picture::of);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Picture> of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return Math.max(width, height) > MOST_PIXELS
        ? Optional.empty()
        : Optional.of(new Picture(width, image.getRGB(0, 0, width, height, null, 0, width)));
  }

  public int width() {
    return width;
  }

  public int height() {
    return argb.length / width;
  }

  /** The pixel as 8 bits each of alpha, red, green and blue. */
  public int argb(int column, int row) {
    return argb[row * width + column];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture that && width == that.width && Arrays.equals(argb, that.argb);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(argb);
  }
}
