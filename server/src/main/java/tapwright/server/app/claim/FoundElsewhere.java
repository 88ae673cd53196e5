package tapwright.server.app.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tapwright.core.claim.Verdict;
import tapwright.core.tag.Uid;
import tapwright.core.tag.inspect.Ground;
import tapwright.core.wire.InspectionRequest;
import tapwright.server.app.card.SuspectTransfer;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.key.Holder;

/**
 * What a look at a parcel says of who has had a card of the seller: the chip of another customer's
 * card lies in it, or the card's own chip with a message that was not written here.
 */
final class FoundElsewhere {

  private static final List<String> OTHER_MESSAGE =
      List.of(Ground.Code.CONTENT_DIFFERS.code(), Ground.Code.CONTENT_NOT_AS_WRITTEN.code());

  private FoundElsewhere() {}

  /** Marks the card of which the look says so, if there is one. */
  static void look(Records records, Rma rma, InspectionRequest found, Instant now) {
    if (found.uid() == null) {
      return;
    }
    Card expected = records.cards().byId(rma.seller(), rma.card()).orElseThrow();
    Uid uid = Uid.ofHex(found.uid());
    if (expected.chip().filter(chip -> chip.uid().equals(uid)).isEmpty()) {
      inAnothersParcel(records, expected, uid)
          .ifPresent(
              card ->
                  SuspectTransfer.mark(
                      records, card, seen(rma, SuspectTransfer.Ground.IN_ANOTHERS_PARCEL, now)));
    } else if (isReused(found)) {
      SuspectTransfer.mark(records, expected, seen(rma, SuspectTransfer.Ground.CHIP_REUSED, now));
    }
  }

  /** Of another seller's card nothing is learnt, nor done to it. */
  private static Optional<Card> inAnothersParcel(Records records, Card expected, Uid uid) {
    return records
        .cards()
        .liveWith(uid)
        .flatMap(id -> records.cards().byId(expected.seller(), id))
        .filter(isOfAnother(records, expected));
  }

  /** Who has several cards may take the wrong one: then it is with whom it was sold to. */
  private static Predicate<Card> isOfAnother(Records records, Card expected) {
    Optional<String> holder = holder(records, expected);
    String account = account(records, expected);
    return card ->
        !card.orderId().equals(expected.orderId())
            && (holder.isEmpty() || !holder.equals(holder(records, card)))
            && (account.isEmpty() || !account.equals(account(records, card)));
  }

  private static Optional<String> holder(Records records, Card card) {
    return records.holders().of(card.seller(), card.id()).map(Holder::id);
  }

  private static String account(Records records, Card card) {
    return records.orders().byId(card.seller(), card.orderId()).orElseThrow().account();
  }

  /** An empty or a torn chip speaks for nobody: that is damage, and no use by somebody else. */
  private static boolean isReused(InspectionRequest found) {
    return found.verdict().equals(Verdict.TAMPERED.word())
        && found.grounds().stream().anyMatch(OTHER_MESSAGE::contains);
  }

  private static SuspectTransfer.Suspicion seen(
      Rma rma, SuspectTransfer.Ground ground, Instant now) {
    return new SuspectTransfer.Suspicion(
        ground, "return %s of claim %s".formatted(rma.id(), rma.claimId()), now);
  }
}
