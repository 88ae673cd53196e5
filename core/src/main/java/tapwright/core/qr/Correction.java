package tapwright.core.qr;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** How much of a symbol may be lost and still be read (section 7.5.1); capacities are table 7. */
public enum Correction {
  /** About 7 in 100. */
  LOW(ErrorCorrectionLevel.L, 2953, 4296),
  /** About 15 in 100: what labels take unless told otherwise. */
  MEDIUM(ErrorCorrectionLevel.M, 2331, 3391),
  /** About 25 in 100. */
  QUARTILE(ErrorCorrectionLevel.Q, 1663, 2420),
  /** About 30 in 100. */
  HIGH(ErrorCorrectionLevel.H, 1273, 1852);

  private final ErrorCorrectionLevel level;
  private final int maxBytes;
  private final int maxAlphanumeric;

  Correction(ErrorCorrectionLevel level, int maxBytes, int maxAlphanumeric) {
    this.level = level;
    this.maxBytes = maxBytes;
    this.maxAlphanumeric = maxAlphanumeric;
  }

  /** How many bytes the largest symbol holds, version 40. */
  public int maxBytes() {
    return maxBytes;
  }

  /** How many characters it holds when all are digits, capital letters or space $%*+-./: . */
  public int maxAlphanumeric() {
    return maxAlphanumeric;
  }

  ErrorCorrectionLevel level() {
    return level;
  }
}
