package tapwright.server.app.order;

import tapwright.core.ndef.LinkCounting;

/**
 * What a shop asks of a card's chip, beside its content.
 *
 * @param counting how its link says which read it is
 * @param password whether writing it shall take a password
 * @param lock whether it shall be read-only for ever
 */
public record ChipOrder(LinkCounting counting, boolean password, boolean lock) {

  /** A chip that mirrors its counter and stays open. */
  public static final ChipOrder USUAL = new ChipOrder(LinkCounting.MIRROR, false, false);

  /** Whether the chip gets secrets: a password, or the keys that it signs its link with. */
  boolean wantsSecrets() {
    return password || counting == LinkCounting.SUN;
  }

  boolean isProtected() {
    return lock || wantsSecrets();
  }
}
