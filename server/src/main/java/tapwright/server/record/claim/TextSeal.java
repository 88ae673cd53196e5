package tapwright.server.record.claim;

import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.server.record.key.HolderKey;

/** Makes what a customer wrote or sent unreadable at rest. */
public interface TextSeal {

  /**
   * The bytes under the holder's key, readable only for this seller and place.
   *
   * @param place what they are of, so that what was moved elsewhere does not open
   */
  SealedText seal(Bytes plain, HolderKey key, SellerId seller, String place);

  Bytes open(SealedText text, SellerId seller, String place);
}
