package tapwright.core.policy.fact;

/**
 * How well it is known of some taps that they came from the chip; all of them count alike.
 *
 * @param signed taps whose link the chip signed
 * @param mirrored taps whose link the chip wrote its counter into
 * @param bare taps of which only the link is known
 * @param quick how many of them followed each other so quickly that they may have been harvested
 */
public record TapKinds(long signed, long mirrored, long bare, long quick) {

  /** Nothing is told of the taps. */
  public static final TapKinds UNTOLD = new TapKinds(0, 0, 0, 0);

  public TapKinds {
    if (Math.min(Math.min(signed, mirrored), Math.min(bare, quick)) < 0) {
      throw new IllegalArgumentException(
          "kinds are "
              + String.join(" ", "" + signed, "" + mirrored, "" + bare, "" + quick)
              + ", allowed is 0 or more each");
    }
  }

  public boolean isTold() {
    return signed + mirrored + bare > 0;
  }

  TapKinds plus(TapKinds other) {
    return new TapKinds(
        signed + other.signed, mirrored + other.mirrored, bare + other.bare, quick + other.quick);
  }

  /** As it stands in facts: {@code signed 0 mirrored 12 bare 3 quick 2}. */
  @Override
  public String toString() {
    return "signed " + signed + " mirrored " + mirrored + " bare " + bare + " quick " + quick;
  }
}
