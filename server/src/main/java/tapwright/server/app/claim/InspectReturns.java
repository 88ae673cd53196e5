package tapwright.server.app.claim;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaLife;
import tapwright.core.claim.RmaMove;
import tapwright.core.claim.Verdict;
import tapwright.core.policy.Word;
import tapwright.core.wire.InspectionReply;
import tapwright.core.wire.InspectionRequest;
import tapwright.core.wire.ReturnReply;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.Shown;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Chip;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.order.IdempotencyKey;

/**
 * Goods that come back, inspected at a station: it is told which chip should lie there, and what it
 * finds becomes facts of the claim.
 */
public final class InspectReturns {

  /** What nobody can say of a chip that did not even tell its number. */
  private static final Set<Verdict> OF_A_CHIP = Set.of(Verdict.WORKS, Verdict.TAMPERED);

  private final Ledger ledger;
  private final RunReturns returns;
  private final InstantSource clock;

  InspectReturns(Ledger ledger, RunReturns returns, InstantSource clock) {
    this.ledger = ledger;
    this.returns = returns;
    this.clock = clock;
  }

  /** The card that should lie in the parcel, without a word of whom it speaks for. */
  public CompletableFuture<Answer<ReturnReply>> expected(Caller station, String rmaId) {
    return ledger.read(
        station.seller(),
        records ->
            records
                .rmas()
                .byId(station.seller(), rmaId)
                .map(rma -> Answer.done(expected(records, rma)))
                .orElseGet(() -> unknown(rmaId)));
  }

  private static ReturnReply expected(Records records, Rma rma) {
    Card card = card(records, rma);
    return new ReturnReply(
        rma.id(),
        rma.state().word(),
        RmaLife.apply(rma.state(), new RmaEvent.Inspected(Verdict.UNKNOWN))
            instanceof RmaMove.Moved,
        card.slug().value(),
        card.chip().map(chip -> chip.uid().toString()).orElse(null),
        // what was adopted was never read back here
        card.chip()
            .map(Chip::messageHash)
            .filter(hash -> !hash.isEmpty())
            .map(Bytes::toHex)
            .orElse(null));
  }

  /** Keeps what the station found, and decides the claim again; the same key does it once. */
  public CompletableFuture<Answer<InspectionReply>> take(
      Caller station, IdempotencyKey key, InspectionRequest found) {
    return ledger.write(
        station.seller(),
        records ->
            Once.of(
                records,
                new Once.Key(station.seller(), key, clock.instant()),
                rma -> reply(records, station, rma),
                () -> take(records, station, found)));
  }

  private Answer<String> take(Records records, Caller station, InspectionRequest found) {
    Optional<Rma> known = records.rmas().byId(station.seller(), found.rma());
    if (known.isEmpty()) {
      return unknown(found.rma());
    }
    Rma rma = known.get();
    Rma.Findings findings = findings(card(records, rma), found);
    Deed deed = Deed.of(station, findings.notes(), clock.instant());
    return switch (returns.inspected(records, rma, deed, findings)) {
      case Answer.Done<RmaView> _ -> {
        FoundElsewhere.look(records, rma, found, deed.recordedAt());
        yield Answer.done(rma.id());
      }
      case Answer.Refused<RmaView> refused ->
          new Answer.Refused<>(refused.refusal(), refused.fields());
    };
  }

  /** Of another chip than the card's nothing is a fact of the claim but that it is another. */
  private static Rma.Findings findings(Card card, InspectionRequest found) {
    Verdict said = Word.of(Verdict.values(), found.verdict());
    if (found.uid() == null && OF_A_CHIP.contains(said)) {
      return new Rma.Findings(Verdict.UNKNOWN, notes(found), Map.of());
    }
    Verdict verdict = isAnother(card, found) ? Verdict.NOT_OURS : said;
    Map<String, String> facts = new LinkedHashMap<>();
    if (verdict != Verdict.NOT_OURS) {
      Optional.ofNullable(found.chipTest()).ifPresent(test -> facts.put("chipTest", test));
      Optional.ofNullable(found.contentMatchesOrder())
          .ifPresent(matches -> facts.put("contentMatchesOrder", matches.toString()));
    }
    return new Rma.Findings(verdict, notes(found), facts);
  }

  private static boolean isAnother(Card card, InspectionRequest found) {
    return found.uid() != null
        && card.chip().filter(chip -> chip.uid().toString().equals(found.uid())).isEmpty();
  }

  /** Codes and the chip's number alone: a trail keeps them for ever. */
  private static String notes(InspectionRequest found) {
    String chip =
        found.uid() == null
            ? "no chip answered"
            : Optional.ofNullable(found.chip()).orElse("a chip") + " " + found.uid();
    return chip + ": " + String.join(", ", found.grounds());
  }

  private static InspectionReply reply(Records records, Caller station, String rmaId) {
    Rma rma = records.rmas().byId(station.seller(), rmaId).orElseThrow();
    KnownClaim known =
        KnownClaim.of(records, records.claims().byId(rma.seller(), rma.claimId()).orElseThrow());
    return new InspectionReply(
        rma.id(),
        rma.findings().map(Rma.Findings::verdict).orElse(Verdict.UNKNOWN).word(),
        rma.claimId(),
        known.file().standing().state().word());
  }

  private static Card card(Records records, Rma rma) {
    return records.cards().byId(rma.seller(), rma.card()).orElseThrow();
  }

  private static <T> Answer<T> unknown(String rmaId) {
    return Answer.refused(ClaimWorkRefusal.RMA_UNKNOWN.with("rma", Shown.of(rmaId)));
  }
}
