package tapwright.agent.station.journal;

import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;

/**
 * One line of the journal, never changed once written.
 *
 * @param kind what happened
 * @param owner the row or job that it happened to; absent for cards written by hand
 * @param uid the card that it happened to; absent where there was none
 * @param hash SHA-256 of what was to be written, or was, in hexadecimal digits
 * @param model the chip, with {@link Kind#VERIFIED}
 * @param code why not
 * @param detail why not, for people
 */
public record JournalStep(
    Kind kind,
    @Nullable String owner,
    @Nullable Uid uid,
    @Nullable String hash,
    @Nullable String model,
    @Nullable String code,
    @Nullable String detail) {

  /**
   * What a step can be; the last one of an owner is its state, the last one of a UID whose it is.
   */
  public enum Kind {
    /** The card is the owner's from now on; written before its first page changes. */
    BOUND(RowState.BOUND),
    /**
     * The card, finished before here or elsewhere, is to hold what the owner says; written before
     * its first page changes.
     */
    REBOUND(RowState.BOUND),
    /** The card was read back equal. */
    VERIFIED(RowState.VERIFIED),
    /** The card does not suit and is nobody's; the owner waits for another. */
    TURNED_AWAY(RowState.QUEUED),
    /** The owner cannot be made as ordered; the card, if there was one, is nobody's. */
    REFUSED(RowState.REFUSED),
    /** The card was begun and given up; the owner waits for another, the card is never used. */
    SCRAPPED(RowState.QUEUED),
    /** The owner waits for a card again. */
    REQUEUED(RowState.QUEUED),
    /** The owner is the server's again. */
    RELEASED(RowState.RELEASED),
    /** A command is about to write the card by hand; whose it is does not change by that. */
    HAND_BEGUN(null),
    /** A command is about to give the card a password, which is not written down. */
    HAND_PASSWORD(null),
    /**
     * The card did not take a password that a command gave it; which one, by a code of it alone.
     */
    HAND_PASSWORD_REFUSED(null),
    /** A command is about to take the card's password away. */
    HAND_PASSWORD_REMOVAL(null),
    /** A command is about to try the card's pages out, which empties it for a while. */
    HAND_TEST(null),
    /** A command is about to make the card read-only, for ever. */
    HAND_LOCK(null),
    /** A card written by hand was read back equal. */
    HAND_VERIFIED(null);

    private final @Nullable RowState state;

    Kind(@Nullable RowState state) {
      this.state = state;
    }

    /** What the owner's state is after this step. */
    RowState state() {
      if (state == null) {
        throw new IllegalStateException(this + " has no owner");
      }
      return state;
    }
  }

  public static JournalStep bound(String owner, Uid uid, Bytes hash) {
    return new JournalStep(Kind.BOUND, owner, uid, hash.toHex(), null, null, null);
  }

  /** A card that was made before is about to be written anew. */
  public static JournalStep rebound(String owner, Uid uid, Bytes hash) {
    return new JournalStep(Kind.REBOUND, owner, uid, hash.toHex(), null, null, null);
  }

  public static JournalStep verified(String owner, Uid uid, Bytes hash, String model) {
    return new JournalStep(Kind.VERIFIED, owner, uid, hash.toHex(), model, null, null);
  }

  /** A step that says no: turned away, refused, scrapped or released. */
  public static JournalStep no(Kind kind, String owner, @Nullable Uid uid, Refusal refusal) {
    return new JournalStep(kind, owner, uid, null, null, refusal.code().code(), refusal.message());
  }

  public static JournalStep requeued(String owner) {
    return new JournalStep(Kind.REQUEUED, owner, null, null, null, null, null);
  }

  /** What a command of the operator is about to do to a card ({@code HAND_BEGUN}), or has done. */
  public static JournalStep byHand(Kind kind, Uid uid, Bytes hash) {
    return new JournalStep(kind, null, uid, hash.toHex(), null, null, null);
  }
}
