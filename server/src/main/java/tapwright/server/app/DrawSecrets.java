package tapwright.server.app;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tapwright.core.Bytes;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.wire.JobSecrets;

/** Draws what one chip is protected by; nothing is derived from anything else. */
final class DrawSecrets {

  /** PWD and PACK (NTAG213/215/216 data sheet, section 8.8). */
  private static final int PASSWORD_BYTES = 4;

  private static final int PACK_BYTES = 2;

  /** An AES-128 key (NT4H2421Gx data sheet, section 8.2). */
  private static final int KEY_BYTES = 16;

  private final RandomGenerator random;

  DrawSecrets(RandomGenerator random) {
    this.random = random;
  }

  JobSecrets forChip(ChipOrder chip) {
    return chip.counting() == LinkCounting.SUN
        ? new JobSecrets(null, null, keys())
        : new JobSecrets(password(), drawn(PACK_BYTES), null);
  }

  /** Never what a chip has from the factory, which would protect nothing. */
  private String password() {
    String password = drawn(PASSWORD_BYTES);
    while (password.equals("FFFFFFFF")) {
      password = drawn(PASSWORD_BYTES);
    }
    return password;
  }

  private List<String> keys() {
    return IntStream.range(0, DnaKeys.COUNT).mapToObj(number -> drawn(KEY_BYTES)).toList();
  }

  private String drawn(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.copyOf(bytes).toHex();
  }
}
