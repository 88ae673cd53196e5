package tapwright.core.tag.inspect;

import java.util.Optional;
import tapwright.core.Bytes;

/**
 * Where a card comes from, as far as it was written down.
 *
 * @param ownership whose it is
 * @param written SHA-256 of the message that it was last brought to, or is on its way to, in
 *     hexadecimal digits; empty where that is not known
 */
public record Origin(Ownership ownership, Optional<String> written) {

  /** Nothing was written down. */
  public static final Origin UNKNOWN = new Origin(Ownership.UNKNOWN, Optional.empty());

  /** The card's message, as it was written, beside what was written down. */
  public Match match(Bytes message) {
    return written
        .<Match>map(
            hash ->
                hash.equals(message.sha256().toHex())
                    ? new Match.AsWritten()
                    : new Match.NotAsWritten())
        .orElseGet(Match.NotCompared::new);
  }
}
