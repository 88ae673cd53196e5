package tapwright.server.app.hit;

import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.record.card.SealedContact;

/** What a hit is answered with. */
public sealed interface HitAnswer {

  /**
   * The card leads on.
   *
   * @param remember whether the browser shall be known again for a while, so that its next hit is a
   *     repeat
   */
  record Redirect(String target, boolean remember) implements HitAnswer {}

  /**
   * The contact of a card is shown or given away.
   *
   * @param card whose contact; another than was asked for where that was replaced
   * @param sealed as it was on record when the hit was stored; empty where there is none
   * @param remember as of {@link Redirect}
   * @param gone whether there was one, of somebody who is forgotten
   */
  record Contact(
      SellerId seller, CardId card, Optional<SealedContact> sealed, boolean remember, boolean gone)
      implements HitAnswer {}

  /** The card shows its own page. */
  record Page(PageKind kind) implements HitAnswer {}

  /** There is no such card; nothing was stored. */
  record Unknown() implements HitAnswer {}

  /** Why a card shows its own page. */
  enum PageKind {
    /** It was not given out yet. */
    NOT_ISSUED,
    /** Its holder has to bring it into use first. */
    NOT_ACTIVATED,
    /** It is stopped for a while. */
    SUSPENDED,
    /** It is stopped for good. */
    REVOKED,
    /** Nobody said yet where it shall lead. */
    NO_TARGET,
    /** It speaks for nobody. */
    NO_CONTACT,
    /** It spoke for somebody who is forgotten. */
    FORGOTTEN
  }
}
