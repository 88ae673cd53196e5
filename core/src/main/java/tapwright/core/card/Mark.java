package tapwright.core.card;

/**
 * Something that is known of a card and does not stop it; a card may have several at once.
 *
 * <p>A transfer is a mark and no hold: the card works for whoever has it now, and whether that is
 * against the seller's terms is for a person to say, who then holds it for {@link Hold#TERMS}.
 */
public enum Mark {
  /** Another card was ordered that will take its place. */
  REPLACEMENT_ORDERED,
  /** Its chip holds another contact than the card speaks for now. */
  CONTENT_STALE,
  /** Somebody else has it than it was sold to. */
  TRANSFERRED
}
