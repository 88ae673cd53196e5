package tapwright.agent.emulator.type4;

import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.tag.dna.AesKey;

/**
 * The chip's half of an authentication that waits for the reader's proof (NT4H2421Gx data sheet,
 * sections 9.1.5 and 9.1.6).
 *
 * @param keyNumber which key is to be proved
 * @param key that key
 * @param rndB what the chip has drawn
 * @param ti the transaction that begins; empty where one goes on
 */
record Challenge(int keyNumber, AesKey key, Bytes rndB, Optional<Bytes> ti) {

  private static final int NONCE = 16;

  /** Capabilities of both sides: none. */
  private static final Bytes CAPABILITIES = Bytes.zeros(12);

  Bytes question() {
    return ChipAes.encipher(key, rndB);
  }

  /** What the two agree on, if the proof is one. */
  Optional<ChipSession.Agreement> agreed(Bytes proof) {
    if (proof.size() != 2 * NONCE) {
      return Optional.empty();
    }
    Bytes plain = ChipAes.decipher(key, proof);
    return plain.sliceFrom(NONCE).equals(turned(rndB))
        ? Optional.of(new ChipSession.Agreement(keyNumber, key, plain.slice(0, NONCE), rndB))
        : Optional.empty();
  }

  /** The chip's own proof. */
  Bytes answer(Bytes rndA) {
    Bytes plain =
        ti.map(id -> id.plus(turned(rndA)).plus(CAPABILITIES)).orElse(turned(rndA));
    return ChipAes.encipher(key, plain);
  }

  private static Bytes turned(Bytes nonce) {
    return nonce.sliceFrom(1).plus(nonce.slice(0, 1));
  }
}
