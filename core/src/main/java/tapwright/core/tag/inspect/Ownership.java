package tapwright.core.tag.inspect;

/** Whose a card is by its UID, as far as those who inspect it know. */
public enum Ownership {
  /** It was made for the order that it is inspected for, or for one of ours. */
  OURS,
  /** It was made for another order, or never went out. */
  ANOTHERS,
  /** It was made here, and emptied here since. */
  EMPTIED,
  /** It was made here for the order, and here with another message since. */
  REWRITTEN,
  /** It was begun here and not finished. */
  BEGUN,
  /** It is ours, but what it held is on nobody's record: it was adopted, or written elsewhere. */
  UNREAD,
  /** Nothing is known of this UID. */
  UNKNOWN
}
