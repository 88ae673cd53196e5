package tapwright.core.tag.dna;

import java.util.List;

/**
 * The five keys of an NTAG 424 DNA, by their number (NT4H2421Gx data sheet, section 8.2.3).
 *
 * <p>Key 0 is the master key that changes the others; how the rest are used is the
 * personalisation's choice.
 *
 * @param keys keys 0 to 4
 */
public record DnaKeys(List<AesKey> keys) {

  /** How many keys the chip has. */
  public static final int COUNT = 5;

  public DnaKeys {
    keys = List.copyOf(keys);
    if (keys.size() != COUNT) {
      throw new IllegalArgumentException("keys are " + keys.size() + ", allowed are " + COUNT);
    }
  }

  /** The key of that number. */
  public AesKey key(int number) {
    return keys.get(number);
  }
}
