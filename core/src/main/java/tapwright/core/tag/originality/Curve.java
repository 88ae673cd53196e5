package tapwright.core.tag.originality;

import java.math.BigInteger;

/**
 * A curve y² = x³ + ax + b over a prime field, with its base point (SEC 2: secp128r1 in version 1.0
 * section 2.3.1, secp224r1 in version 2.0 section 2.3.2). The Java platform has neither any more.
 */
enum Curve {
  SECP128R1(
      "FFFFFFFDFFFFFFFFFFFFFFFFFFFFFFFF",
      "E87579C11079F43DD824993C2CEE5ED3",
      "161FF7528B899B2D0C28607CA52C5B86CF5AC8395BAFEB13C02DA292DDED7A83",
      "FFFFFFFE0000000075A30D1B9038A115"),
  SECP224R1(
      "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF000000000000000000000001",
      "B4050A850C04B3ABF54132565044B0B7D7BFD8BA270B39432355FFB4",
      "B70E0CBD6BB4BF7F321390B94A03C1D356C21122343280D6115C1D21"
          + "BD376388B5F723FB4C22DFE6CD4375A05A07476444D5819985007E34",
      "FFFFFFFFFFFFFFFFFFFFFFFFFFFF16A2E0B8F03E13DD29455C5C2A3D");

  private static final BigInteger THREE = BigInteger.valueOf(3);

  private final BigInteger prime;
  private final BigInteger a;
  private final BigInteger b;
  private final Point base;
  private final BigInteger order;

  /** The coefficient a is -3 on both. */
  Curve(String prime, String b, String base, String order) {
    this.prime = new BigInteger(prime, 16);
    this.a = this.prime.subtract(BigInteger.valueOf(3));
    this.b = new BigInteger(b, 16);
    this.base = pointOf(base);
    this.order = new BigInteger(order, 16);
  }

  /** The base point G. */
  Point base() {
    return base;
  }

  /** How many multiples of the base point there are: n. */
  BigInteger order() {
    return order;
  }

  /** Bytes of a coordinate, and of each half of a signature. */
  int coordinateBytes() {
    return prime.bitLength() / Byte.SIZE;
  }

  /** The point of these hexadecimal digits, x and then y. */
  static Point pointOf(String digits) {
    int half = digits.length() / 2;
    return new Point.Affine(
        new BigInteger(digits.substring(0, half), 16), new BigInteger(digits.substring(half), 16));
  }

  boolean holds(Point point) {
    return switch (point) {
      case Point.Infinity infinity -> true;
      case Point.Affine(BigInteger x, BigInteger y) ->
          y.multiply(y).mod(prime).equals(x.pow(3).add(a.multiply(x)).add(b).mod(prime));
    };
  }

  /** The sum of two points (SEC 1, section 2.2.1). */
  Point sum(Point first, Point second) {
    if (first instanceof Point.Affine one && second instanceof Point.Affine other) {
      boolean opposite = one.x().equals(other.x()) && !one.y().equals(other.y());
      return opposite ? Point.INFINITY : chord(one, other);
    }
    return first instanceof Point.Infinity ? second : first;
  }

  /** No point of either curve has y = 0: their orders are prime, and such a point has order 2. */
  private Point chord(Point.Affine one, Point.Affine other) {
    BigInteger slope = one.equals(other) ? tangent(one) : secant(one, other);
    BigInteger x = slope.multiply(slope).subtract(one.x()).subtract(other.x()).mod(prime);
    return new Point.Affine(x, slope.multiply(one.x().subtract(x)).subtract(one.y()).mod(prime));
  }

  private BigInteger tangent(Point.Affine at) {
    BigInteger rise = THREE.multiply(at.x()).multiply(at.x()).add(a);
    return rise.multiply(at.y().shiftLeft(1).modInverse(prime)).mod(prime);
  }

  private BigInteger secant(Point.Affine one, Point.Affine other) {
    BigInteger run = other.x().subtract(one.x()).mod(prime);
    return other.y().subtract(one.y()).multiply(run.modInverse(prime)).mod(prime);
  }

  /** The point added to itself so many times. */
  Point multiple(BigInteger times, Point point) {
    Point product = Point.INFINITY;
    for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
      product = sum(product, product);
      product = times.testBit(bit) ? sum(product, point) : product;
    }
    return product;
  }
}
