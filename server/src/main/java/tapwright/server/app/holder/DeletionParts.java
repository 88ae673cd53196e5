package tapwright.server.app.holder;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import tapwright.server.app.holder.DeletionPlan.Part;
import tapwright.server.app.holder.ForgetHolder.Found;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.hit.UsageCount;

/** Counts what a deletion takes and what it leaves, within a transaction. */
final class DeletionParts {

  private DeletionParts() {}

  static DeletionPlan plan(Records records, Found found, String code, Instant until) {
    List<Card> cards = found.cards();
    return new DeletionPlan(
        found.holder(),
        code,
        until,
        cards,
        List.of(
            new Part("key", 1),
            new Part("contacts", cards.size()),
            new Part("search-words-of-cards", cards.size()),
            new Part("targets", cards.stream().filter(card -> !card.target().isEmpty()).count()),
            ofClaims("claim-texts", records, cards, claim -> words(records, claim)),
            ofClaims("evidence", records, cards, claim -> readable(records, claim)),
            ofClaims("return-labels", records, cards, claim -> labels(records, claim))),
        List.of(
            new Part("orders", cards.stream().map(Card::orderId).distinct().count()),
            sum(
                "history-entries",
                cards,
                card -> records.cards().history(card.seller(), card.id()).size()),
            sum(
                "hits",
                cards,
                card ->
                    records.hits().usage(card.seller(), card.id()).stream()
                        .mapToLong(UsageCount::count)
                        .sum()),
            sum("claims", cards, card -> records.claims().of(card.seller(), card.id()).size())));
  }

  private static long words(Records records, StoredClaim claim) {
    return records.claimFiles().of(claim).flatMap(file -> file.intake().text()).stream().count();
  }

  private static long readable(Records records, StoredClaim claim) {
    return records.evidenceFiles().of(claim).stream().flatMap(file -> file.name().stream()).count();
  }

  private static long labels(Records records, StoredClaim claim) {
    return records.rmas().of(claim).stream().flatMap(rma -> rma.label().stream()).count();
  }

  private static Part ofClaims(
      String what, Records records, List<Card> cards, ToLongFunction<StoredClaim> count) {
    return sum(
        what,
        cards,
        card -> records.claims().of(card.seller(), card.id()).stream().mapToLong(count).sum());
  }

  private static Part sum(String what, List<Card> cards, ToLongFunction<Card> count) {
    return new Part(what, cards.stream().mapToLong(count).sum());
  }
}
