package tapwright.core.tag.originality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;

class SignatureTest {

  private static final Bytes UID = Bytes.ofHex("04E141124C2880");

  @ParameterizedTest
  @EnumSource
  void base_liesOnTheCurveAndHasItsOrder(Curve curve) {
    assertTrue(curve.holds(curve.base()));
    assertEquals(Point.INFINITY, curve.multiple(curve.order(), curve.base()));
    Point before = curve.multiple(curve.order().subtract(BigInteger.ONE), curve.base());
    assertEquals(Point.INFINITY, curve.sum(before, curve.base()));
    assertEquals(curve.base(), curve.sum(Point.INFINITY, curve.base()));
    assertEquals(curve.base(), curve.sum(curve.base(), Point.INFINITY));
  }

  /** Key pairs of our own, drawn from a fixed seed. */
  @ParameterizedTest
  @EnumSource
  void ownKeys_signAndVerify(Curve curve) {
    Random random = new Random(20261122);
    for (int round = 0; round < 20; round++) {
      BigInteger secret = below(curve.order(), random);
      Point key = curve.multiple(secret, curve.base());
      Signature signature = sign(secret, below(curve.order(), random), curve);
      assertTrue(signature.signs(UID, curve, key), "round " + round);
      assertFalse(signature.signs(Bytes.ofHex("04E141124C2881"), curve, key), "round " + round);
      assertFalse(signature.signs(UID, curve, curve.base()), "round " + round);
    }
  }

  @ParameterizedTest
  @EnumSource
  void outsideOfTheOrder_isNoSignature(Curve curve) {
    BigInteger secret = BigInteger.valueOf(12345);
    Point key = curve.multiple(secret, curve.base());
    Signature good = sign(secret, BigInteger.valueOf(67890), curve);
    BigInteger order = curve.order();
    for (BigInteger bad : List.of(BigInteger.ZERO, order, order.add(good.r()), order.negate())) {
      assertFalse(new Signature(bad, good.s()).signs(UID, curve, key), "r " + bad);
    }
    for (BigInteger bad : List.of(BigInteger.ZERO, order, order.add(good.s()), order.negate())) {
      assertFalse(new Signature(good.r(), bad).signs(UID, curve, key), "s " + bad);
    }
  }

  /** With s chosen so that both products cancel, the sum has no coordinates. */
  @ParameterizedTest
  @EnumSource
  void sumAtInfinity_isNoSignature(Curve curve) {
    BigInteger message = Signature.number(UID);
    Point key = curve.multiple(message, curve.base());
    BigInteger r = curve.order().subtract(BigInteger.ONE);
    assertFalse(new Signature(r, BigInteger.ONE).signs(UID, curve, key));
  }

  private static Signature sign(BigInteger secret, BigInteger nonce, Curve curve) {
    BigInteger order = curve.order();
    Point.Affine point = assertInstanceOf(Point.Affine.class, curve.multiple(nonce, curve.base()));
    BigInteger r = point.x().mod(order);
    BigInteger s =
        Signature.number(UID).add(r.multiply(secret)).multiply(nonce.modInverse(order)).mod(order);
    return new Signature(r, s);
  }

  private static BigInteger below(BigInteger order, Random random) {
    return new BigInteger(order.bitLength() - 1, random).add(BigInteger.ONE);
  }
}
