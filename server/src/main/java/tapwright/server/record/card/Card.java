package tapwright.server.record.card;

import java.time.Instant;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.CardStatus;
import tapwright.core.card.SellerId;
import tapwright.core.card.Slug;
import tapwright.core.ndef.LinkCounting;

/**
 * A card on record.
 *
 * @param orderId the order that it was made for
 * @param placementId the request that ordered it
 * @param version how many events it has had
 * @param target where its links lead; empty for its own page
 * @param counting how its link says which read it is
 * @param chip present once a station has made it
 * @param contentMatchesOrder whether the chip held what was ordered, where that was read back
 * @param succession which card it replaces, and which replaces it
 * @param expiresAt when its time is over; empty for never
 */
public record Card(
    CardId id,
    SellerId seller,
    Slug slug,
    String orderId,
    String placementId,
    CardStatus status,
    long version,
    String target,
    LinkCounting counting,
    Optional<Chip> chip,
    Optional<Boolean> contentMatchesOrder,
    Succession succession,
    Optional<Instant> expiresAt,
    Instant createdAt) {

  /** A card that takes no other's place, and whose time is never over. */
  public Card(
      CardId id,
      SellerId seller,
      Slug slug,
      String orderId,
      String placementId,
      CardStatus status,
      long version,
      String target,
      LinkCounting counting,
      Optional<Chip> chip,
      Optional<Boolean> contentMatchesOrder,
      Optional<CardId> replacedBy,
      Instant createdAt) {
    this(
        id,
        seller,
        slug,
        orderId,
        placementId,
        status,
        version,
        target,
        counting,
        chip,
        contentMatchesOrder,
        Succession.NONE.replacedBy(replacedBy),
        Optional.empty(),
        createdAt);
  }

  /** The card that was ordered to take this one's place. */
  public Optional<CardId> replacedBy() {
    return succession.replacedBy();
  }

  public Card with(CardStatus next) {
    return changed(new Changing(next, target, chip, contentMatchesOrder, succession, expiresAt));
  }

  public Card leadingTo(String newTarget) {
    return changed(
        new Changing(status, newTarget, chip, contentMatchesOrder, succession, expiresAt));
  }

  /** With the status that it has since another card was ordered, or no longer is. */
  public Card replacedBy(CardStatus next, Optional<CardId> successor) {
    return changed(
        new Changing(
            next, target, chip, contentMatchesOrder, succession.replacedBy(successor), expiresAt));
  }

  public Card expiring(Optional<Instant> at) {
    return changed(new Changing(status, target, chip, contentMatchesOrder, succession, at));
  }

  /** What a station read back; the event that follows from it counts, and not this. */
  public Card madeOf(Optional<Chip> newChip, boolean matchesOrder) {
    return copy(
        version,
        new Changing(status, target, newChip, Optional.of(matchesOrder), succession, expiresAt));
  }

  /** What a station read back of the chip that it had; the event that follows counts. */
  public Card rewritten(Chip sameChip) {
    return copy(
        version,
        new Changing(
            status, target, Optional.of(sameChip), contentMatchesOrder, succession, expiresAt));
  }

  /** With the chip that it came with when it was adopted. */
  public Card adoptedWith(Chip itsChip) {
    return changed(
        new Changing(
            status, target, Optional.of(itsChip), contentMatchesOrder, succession, expiresAt));
  }

  private Card changed(Changing to) {
    return copy(version + 1, to);
  }

  private Card copy(long nextVersion, Changing to) {
    return new Card(
        id,
        seller,
        slug,
        orderId,
        placementId,
        to.status,
        nextVersion,
        to.target,
        counting,
        to.chip,
        to.contentMatchesOrder,
        to.succession,
        to.expiresAt,
        createdAt);
  }

  /** What may become another in the life of a card. */
  private record Changing(
      CardStatus status,
      String target,
      Optional<Chip> chip,
      Optional<Boolean> contentMatchesOrder,
      Succession succession,
      Optional<Instant> expiresAt) {}
}
