package tapwright.core.tag.originality;

import java.math.BigInteger;

/** A point of a curve. */
sealed interface Point {

  Point INFINITY = new Infinity();

  /** The neutral one. */
  record Infinity() implements Point {}

  /** One that has coordinates. */
  record Affine(BigInteger x, BigInteger y) implements Point {}
}
