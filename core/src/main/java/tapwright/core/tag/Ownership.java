package tapwright.core.tag;

/** Whose a card is by its UID, as far as those who inspect it know. */
public enum Ownership {
  /** It was made for the order that it is inspected for, or for one of ours. */
  OURS,
  /** It was made for another order, or never went out. */
  ANOTHERS,
  /** Nothing is known of this UID. */
  UNKNOWN
}
