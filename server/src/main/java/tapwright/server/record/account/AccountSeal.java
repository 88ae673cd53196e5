package tapwright.server.record.account;

import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/** Makes what is secret of accounts unreadable at rest. */
public interface AccountSeal {

  /** The secret of one-time codes, readable only for this account. */
  Bytes sealCodes(Bytes secret, SellerId seller, String account);

  Bytes openCodes(Bytes sealed, SellerId seller, String account);

  /** What is kept of a recovery code. */
  Bytes recoveryHash(String code, String account);

  /** Under what tries from or to this are counted. */
  Bytes tryKey(String what);
}
