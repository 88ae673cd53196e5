package tapwright.core.trail;

import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;

/**
 * What binds each entry of a card's history to all before it: a form of its own, since no card's
 * history may stand for a trail.
 */
public final class CardLink {

  private static final String FORM = "tapwright card history 1";

  private CardLink() {}

  /** What the first entry of the card is bound to. */
  public static Bytes start(SellerId seller, CardId card) {
    return new Linked().text(FORM).text(seller.value()).number(card.value()).hash();
  }

  /** The link of an entry that follows one with the link before. */
  public static Bytes after(Bytes before, CardEntry entry) {
    return new Linked()
        .bytes(before)
        .number(entry.version())
        .text(kept(entry.kind()))
        .text(kept(entry.detail()))
        .text(kept(entry.actor()))
        .text(kept(entry.role()))
        .text(kept(entry.cause()))
        .instant(entry.at())
        .instant(entry.recordedAt())
        .hash();
  }

  /** As PostgreSQL keeps it, so that a record that moves there keeps its links. */
  private static String kept(String text) {
    return text.replace('\0', '\uFFFD');
  }
}
