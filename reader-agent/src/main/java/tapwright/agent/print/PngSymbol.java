package tapwright.agent.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import tapwright.core.Bytes;
import tapwright.core.qr.QrSymbol;

/**
 * A symbol as a PNG image of one bit a pixel, each module a whole number of pixels.
 *
 * <p>Written here in a few lines (W3C PNG, sections 5.3, 7 and 11.2), since the platform's writer
 * brings the whole desktop with it and hides the resolution.
 */
final class PngSymbol {

  private static final Bytes SIGNATURE = Bytes.ofHex("89504E470D0A1A0A");

  /** Enough for any printer: a usual module of 0.5 mm gets 12 pixels. */
  private static final double PIXELS_PER_MILLIMETRE = 600 / 25.4;

  /** IHDR after width and height: 1 bit, greyscale, deflate, adaptive filters, not interlaced. */
  private static final Bytes ONE_BIT_GREYSCALE = Bytes.of(1, 0, 0, 0, 0);

  /** pHYs: the unit is the metre. */
  private static final int METRE = 1;

  private PngSymbol() {}

  static Bytes draw(QrSymbol symbol, ModuleSize size) {
    int pixelsPerModule = size.dots(PIXELS_PER_MILLIMETRE);
    DotRows rows = new DotRows(symbol, pixelsPerModule);
    int pixelsPerMetre = (int) Math.round(pixelsPerModule * 1000 / size.millimetres());
    return SIGNATURE
        .plus(chunk("IHDR", ints(rows.dots(), rows.dots()).plus(ONE_BIT_GREYSCALE)))
        .plus(chunk("pHYs", ints(pixelsPerMetre, pixelsPerMetre).plus(Bytes.of(METRE))))
        .plus(chunk("IDAT", imageData(rows)))
        .plus(chunk("IEND", Bytes.EMPTY));
  }

  /** Each row with filter 0 before it; in greyscale a one is light. */
  private static Bytes imageData(DotRows rows) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated =
        new DeflaterOutputStream(data, new Deflater(Deflater.BEST_COMPRESSION))) {
      for (int y = 0; y < rows.dots(); y++) {
        deflated.write(0);
        for (byte dark : rows.row(y)) {
          deflated.write(~dark);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
