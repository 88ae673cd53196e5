package tapwright.agent.print.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tapwright.core.Bytes;

/**
 * A PNG file (W3C PNG, third edition, sections 5.3, 7 and 11.2) of the least depth that holds its
 * picture: one bit where it is black and white.
 *
 * <p>Written here in a few lines, since the platform's writer hides the resolution.
 */
final class PngFile {

  private static final Bytes SIGNATURE = Bytes.ofHex("89504E470D0A1A0A");

  /** The unit of pHYs that is the metre. */
  private static final Bytes METRE = Bytes.of(1);

  private PngFile() {}

  /**
   * The file.
   *
   * @param pixelsPerMetre its resolution, so that it prints in its true size
   */
  static Bytes of(BufferedImage image, int pixelsPerMetre) {
    PngDepth depth = PngDepth.of(image);
    return SIGNATURE
        .plus(chunk("IHDR", ints(image.getWidth(), image.getHeight()).plus(depth.header())))
        .plus(chunk("pHYs", ints(pixelsPerMetre, pixelsPerMetre).plus(METRE)))
        .plus(chunk("IDAT", data(image, depth)))
        .plus(chunk("IEND", Bytes.EMPTY));
  }

  /** Each row with filter 0 before it. */
  private static Bytes data(BufferedImage image, PngDepth depth) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(data, deflater)) {
      int width = image.getWidth();
      for (int y = 0; y < image.getHeight(); y++) {
        deflated.write(0);
        deflated.write(depth.row(image.getRGB(0, y, width, 1, null, 0, width)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return Bytes.copyOf(data.toByteArray());
  }

  private static Bytes chunk(String type, Bytes data) {
    Bytes body = Bytes.copyOf(type.getBytes(StandardCharsets.US_ASCII)).plus(data);
    CRC32 crc = new CRC32();
    crc.update(body.toArray());
    return ints(data.size()).plus(body).plus(ints((int) crc.getValue()));
  }

  private static Bytes ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
    for (int value : values) {
      buffer.putInt(value);
    }
    return Bytes.copyOf(buffer.array());
  }
}
