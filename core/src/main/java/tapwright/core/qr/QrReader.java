package tapwright.core.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Map;
import java.util.Optional;

/** Reads symbols from pixels, as a phone would. */
public final class QrReader {

  private QrReader() {}

  /**
   * The text of the one symbol in an image.
   *
   * @param width how many pixels a row has
   * @param argb rows of pixels, 8 bits each of alpha, red, green and blue
   */
  public static Optional<String> read(int width, int[] argb) {
    return read(width, argb, DecodeHintType.TRY_HARDER);
  }

  /** The text of an image that is nothing but a straight symbol with its quiet zone. */
  public static Optional<String> readDrawn(int width, int[] argb) {
    return read(width, argb, DecodeHintType.PURE_BARCODE);
  }

  private static Optional<String> read(int width, int[] argb, DecodeHintType how) {
    LuminanceSource pixels = new RGBLuminanceSource(width, argb.length / width, argb);
    BinaryBitmap bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(pixels));
    try {
      return Optional.of(new QRCodeReader().decode(bitmap, Map.of(how, true)).getText());
    } catch (ReaderException e) {
      return Optional.empty();
    }
  }
}
