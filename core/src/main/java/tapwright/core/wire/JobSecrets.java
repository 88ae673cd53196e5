package tapwright.core.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one chip shall be protected by, in hexadecimal digits; never shown.
 *
 * @param password 8 digits for a Type 2 chip; absent for none
 * @param pack 4 digits, what the chip answers to the password; present with one
 * @param keys 5 keys of 32 digits for an NTAG 424 DNA, keys 0 to 4; absent for none
 */
public record JobSecrets(
    @Nullable String password, @Nullable String pack, @Nullable List<String> keys) {

  public JobSecrets {
    keys = keys == null ? null : List.copyOf(keys);
  }

  @Override
  public String toString() {
    return "the secrets of a job";
  }
}
