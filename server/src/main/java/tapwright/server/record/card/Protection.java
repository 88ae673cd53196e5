package tapwright.server.record.card;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.wire.StationEvent.Finished;

/**
 * What shall be done to a card's chip once it was read back.
 *
 * @param lock whether it becomes read-only for ever
 * @param sealed its secrets, readable by {@link SecretSeal} only; absent for none
 */
public record Protection(boolean lock, Optional<Bytes> sealed) {

  /**
   * What a station has done to a chip that has all of this.
   *
   * @param counting how the chip's link counts: one that signs it has keys, and no password
   */
  public Set<Finished> steps(LinkCounting counting) {
    Set<Finished> steps = EnumSet.noneOf(Finished.class);
    if (lock) {
      steps.add(Finished.LOCKED);
    }
    if (sealed.isPresent()) {
      steps.add(counting == LinkCounting.SUN ? Finished.KEYS : Finished.PASSWORD);
    }
    return steps;
  }
}
