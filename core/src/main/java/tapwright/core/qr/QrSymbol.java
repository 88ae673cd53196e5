package tapwright.core.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Checked;

/**
 * A text as a square of dark and light modules, read again and found to say just that text.
 *
 * <p>A text of nothing but digits, capital letters and {@code space $%*+-./:} takes 5.5 bits a
 * character instead of 8 (section 7.4.4), so a link in upper case prints larger modules.
 */
public final class QrSymbol {

  /** Light modules that must stay free on each side (section 6.3.8). */
  public static final int QUIET_ZONE = 4;

  /** Pixels a module for reading the symbol again: more than one, so that edges are seen. */
  private static final int CHECK_SCALE = 3;

  private static final int DARK = 0xFF000000;
  private static final int LIGHT = 0xFFFFFFFF;

  private final String text;
  private final Correction correction;
  private final boolean alphanumeric;
  private final int size;
  private final BitSet dark;

  private QrSymbol(String text, Correction correction, QRCode code) {
    ByteMatrix matrix = code.getMatrix();
    this.text = text;
    this.correction = correction;
    this.alphanumeric = code.getMode() == Mode.ALPHANUMERIC || code.getMode() == Mode.NUMERIC;
    this.size = matrix.getWidth();
    this.dark = new BitSet(size * size);
    for (int i = 0; i < size * size; i++) {
      dark.set(i, matrix.get(i % size, i / size) == 1);
    }
  }

  /** The symbol for the text in the smallest version that holds it. */
  public static Checked<QrSymbol> of(String text, Correction correction) {
    if (text.isEmpty()) {
      return Checked.refused(QrRefusal.EMPTY.with());
    }
    try {
      QRCode code = Encoder.encode(text, correction.level(), hints(text));
      return readAgain(new QrSymbol(text, correction, code));
    } catch (WriterException e) {
      return Checked.refused(
          QrRefusal.TOO_LONG.with(
              "seen",
              text.getBytes(StandardCharsets.UTF_8).length,
              "correction",
              correction,
              "bytes",
              correction.maxBytes(),
              "alphanumeric",
              correction.maxAlphanumeric()));
    }
  }

  /** What a reader gets from it. */
  public String text() {
    return text;
  }

  public Correction correction() {
    return correction;
  }

  /** Whether the text took the denser coding of capital letters and digits. */
  public boolean isAlphanumeric() {
    return alphanumeric;
  }

  /** Modules on each side, without the quiet zone. */
  public int size() {
    return size;
  }

  /** Modules on each side with the quiet zone around. */
  public int sizeWithQuietZone() {
    return size + 2 * QUIET_ZONE;
  }

  /** Whether a module is dark; outside of the symbol all are light. */
  public boolean isDark(int column, int row) {
    return column >= 0 && row >= 0 && column < size && row < size && dark.get(row * size + column);
  }

  /**
   * The symbol with its quiet zone as rows of pixels, 8 bits each of alpha, red, green and blue.
   *
   * @param scale pixels on each side of a module
   */
  public int[] pixels(int scale) {
    int width = sizeWithQuietZone() * scale;
    int[] argb = new int[width * width];
    for (int i = 0; i < argb.length; i++) {
      int column = i % width / scale - QUIET_ZONE;
      int row = i / width / scale - QUIET_ZONE;
      argb[i] = isDark(column, row) ? DARK : LIGHT;
    }
    return argb;
  }

  private static Checked<QrSymbol> readAgain(QrSymbol symbol) {
    int width = symbol.sizeWithQuietZone() * CHECK_SCALE;
    Optional<String> read = QrReader.readDrawn(width, symbol.pixels(CHECK_SCALE));
    return read.equals(Optional.of(symbol.text))
        ? Checked.passed(symbol)
        : Checked.refused(
            QrRefusal.READS_DIFFERENTLY.with("seen", read.orElse("nothing"), "asked", symbol.text));
  }

  /**
   * Characters beyond ASCII go as UTF-8 and say so; ASCII is the same in every reader's default,
   * and the 12 bits that say so would only make the symbol larger.
   */
  private static Map<EncodeHintType, Object> hints(String text) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (!text.chars().allMatch(c -> c < 0x80)) {
      hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
    }
    return hints;
  }
}
