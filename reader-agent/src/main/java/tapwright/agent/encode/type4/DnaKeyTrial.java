package tapwright.agent.encode.type4;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tapwright.agent.tag.DnaTag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.Ev2Handshake;
import tapwright.core.tag.dna.Ev2Session;

/** Tries which key a chip has, by opening sessions with it. */
final class DnaKeyTrial {

  /** RndA (NT4H2421Gx data sheet, section 9.1.5). */
  private static final int NONCE_BYTES = 16;

  private final DnaTag tag;
  private final RandomGenerator random;

  /**
   * @param random unguessable: what is drawn from it proves that the chip has the key
   */
  DnaKeyTrial(DnaTag tag, RandomGenerator random) {
    this.tag = tag;
    this.random = random;
  }

  /** A key that the chip has, and the session that was opened with it. */
  record Opened(AesKey key, Ev2Session session) {}

  /**
   * The first of the keys that the chip takes under the number; empty when it takes none.
   *
   * <p>Each is tried twice before that is believed: a challenge that the air has changed makes the
   * right key look like a wrong one.
   */
  Checked<Optional<Opened>> first(int number, List<AesKey> keys) {
    for (AesKey key : Stream.concat(keys.stream(), keys.stream()).toList()) {
      switch (tag.authenticate(new Ev2Handshake(number, key, nonce()))) {
        case Checked.Passed<Ev2Session>(Ev2Session session) -> {
          return Checked.passed(Optional.of(new Opened(key, session)));
        }
        case Checked.Refused<Ev2Session>(Refusal refusal) when !DnaTag.isWrongKey(refusal) -> {
          return Checked.refused(refusal);
        }
        case Checked.Refused<Ev2Session> wrongKey -> {}
      }
    }
    return Checked.passed(Optional.empty());
  }

  /** RndA: new at each authentication, and for nobody to foretell. */
  private Bytes nonce() {
    byte[] drawn = new byte[NONCE_BYTES];
    random.nextBytes(drawn);
    return Bytes.copyOf(drawn);
  }
}
