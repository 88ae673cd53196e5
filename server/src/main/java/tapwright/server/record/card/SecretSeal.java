package tapwright.server.record.card;

import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.wire.JobSecrets;

/** Makes the secrets of chips unreadable at rest. */
public interface SecretSeal {

  /** The secrets, readable only for this seller and card. */
  Bytes seal(JobSecrets secrets, SellerId seller, CardId card);

  JobSecrets open(Bytes sealed, SellerId seller, CardId card);

  /** The key that a seller's chip keys are derived from, readable only for this seller. */
  Bytes seal(AesKey master, SellerId seller);

  AesKey open(Bytes sealed, SellerId seller);
}
