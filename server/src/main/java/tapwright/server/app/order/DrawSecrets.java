package tapwright.server.app.order;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tapwright.core.Bytes;
import tapwright.core.card.Slug;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.KeyDiversification;
import tapwright.core.wire.JobSecrets;

/**
 * Makes what one chip is protected by. Passwords are drawn, and so are keys, unless their seller
 * keeps a master key: then each key is diversified from it (AN10922) by the card's slug, since the
 * UID is not known before the chip lies on a reader.
 *
 * <pre>
 * input   slug in ASCII, 10 bytes; name of the NDEF application, 7 bytes; number of the key, 1 byte
 * </pre>
 */
final class DrawSecrets {

  /** The NDEF application (NFC Forum Type 4 Tag 1.2, section 5.3). */
  private static final Bytes APPLICATION = Bytes.ofHex("D2760000850101");

  /** PWD and PACK (NTAG213/215/216 data sheet, section 8.8). */
  private static final int PASSWORD_BYTES = 4;

  private static final int PACK_BYTES = 2;

  /** An AES-128 key (NT4H2421Gx data sheet, section 8.2.4.2). */
  private static final int KEY_BYTES = 16;

  private final RandomGenerator random;

  DrawSecrets(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The secrets of one chip.
   *
   * @param master what its keys are derived from; empty for keys that are drawn
   */
  JobSecrets forChip(ChipOrder chip, Slug slug, Optional<AesKey> master) {
    if (chip.counting() != LinkCounting.SUN) {
      return new JobSecrets(password(), drawn(PACK_BYTES), null);
    }
    List<String> keys =
        IntStream.range(0, DnaKeys.COUNT)
            .mapToObj(
                number ->
                    master.map(key -> derived(key, slug, number)).orElseGet(() -> drawn(KEY_BYTES)))
            .toList();
    return new JobSecrets(null, null, keys);
  }

  private static String derived(AesKey master, Slug slug, int number) {
    Bytes input = Bytes.ofUtf8(slug.value()).plus(APPLICATION).plus(Bytes.of(number));
    return KeyDiversification.key(master, input).value().toHex();
  }

  /** Never what a chip has from the factory, which would protect nothing. */
  private String password() {
    String password = drawn(PASSWORD_BYTES);
    while (password.equals("FFFFFFFF")) {
      password = drawn(PASSWORD_BYTES);
    }
    return password;
  }

  private String drawn(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes).toHex();
  }
}
