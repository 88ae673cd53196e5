package tapwright.server.record.hook;

import tapwright.core.Bytes;
import tapwright.core.card.SellerId;
import tapwright.core.notice.HookSecret;

/** Draws the secrets of endpoints and makes them unreadable at rest. */
public interface HookSeal {

  HookSecret draw();

  /** The secret, readable only for this seller and endpoint. */
  Bytes seal(HookSecret secret, SellerId seller, String webhook);

  HookSecret open(Bytes sealed, SellerId seller, String webhook);
}
