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
 * @param replacedBy the card that its links lead to since it was replaced
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
    Optional<CardId> replacedBy,
    Instant createdAt) {

  public Card with(CardStatus next) {
    return new Card(
        id,
        seller,
        slug,
        orderId,
        placementId,
        next,
        version + 1,
        target,
        counting,
        chip,
        contentMatchesOrder,
        replacedBy,
        createdAt);
  }

  public Card leadingTo(String newTarget) {
    return new Card(
        id,
        seller,
        slug,
        orderId,
        placementId,
        status,
        version + 1,
        newTarget,
        counting,
        chip,
        contentMatchesOrder,
        replacedBy,
        createdAt);
  }

  public Card madeOf(Optional<Chip> newChip, boolean matchesOrder) {
    return new Card(
        id,
        seller,
        slug,
        orderId,
        placementId,
        status,
        version,
        target,
        counting,
        newChip,
        Optional.of(matchesOrder),
        replacedBy,
        createdAt);
  }
}
