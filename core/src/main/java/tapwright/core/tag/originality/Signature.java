package tapwright.core.tag.originality;

import java.math.BigInteger;
import tapwright.core.Bytes;

/** An ECDSA signature (SEC 1, section 4.1.4) over a number that is not hashed. */
record Signature(BigInteger r, BigInteger s) {

  /** Out of r and s, one behind the other and equally long. */
  static Signature of(Bytes bytes) {
    int half = bytes.size() / 2;
    return new Signature(number(bytes.slice(0, half)), number(bytes.sliceFrom(half)));
  }

  /** Whether the holder of the key signed the message; shorter than the order, as UIDs are. */
  boolean signs(Bytes message, Curve curve, Point key) {
    BigInteger order = curve.order();
    if (!isInRange(r, order) || !isInRange(s, order)) {
      return false;
    }
    BigInteger inverse = s.modInverse(order);
    BigInteger onBase = number(message).multiply(inverse).mod(order);
    BigInteger onKey = r.multiply(inverse).mod(order);
    Point sum = curve.sum(curve.multiple(onBase, curve.base()), curve.multiple(onKey, key));
    return sum instanceof Point.Affine(BigInteger x, BigInteger y) && x.mod(order).equals(r);
  }

  private static boolean isInRange(BigInteger value, BigInteger order) {
    return value.signum() > 0 && value.compareTo(order) < 0;
  }

  static BigInteger number(Bytes bytes) {
    return new BigInteger(1, bytes.toArray());
  }
}
