package tapwright.server.app.holder;

/**
 * Why a person's data is deleted: no free words, since they would outlive the person's contacts.
 */
public enum DeletionReason {
  /** The person asked for it. */
  PERSON_ASKED,
  /** An authority or a court ordered it. */
  ORDERED,
  /** What the data was kept for is over. */
  PURPOSE_OVER
}
