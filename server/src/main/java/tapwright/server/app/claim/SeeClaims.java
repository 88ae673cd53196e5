package tapwright.server.app.claim;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tapwright.core.card.CardId;
import tapwright.core.trail.TrailEntry;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.Caller;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.ClaimFiles;
import tapwright.server.record.claim.EvidenceFile;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.claim.TextSeal;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.list.Page;

/** Shows claims as they stand: one, those of a card, and those that wait for somebody. */
public final class SeeClaims {

  private final Ledger ledger;
  private final TextSeal seal;

  public SeeClaims(Ledger ledger, TextSeal seal) {
    this.ledger = ledger;
    this.seal = seal;
  }

  public CompletableFuture<Answer<ClaimView>> view(Caller caller, String claimId) {
    return ledger.read(
        caller.seller(),
        records ->
            KnownClaim.with(
                records, caller.seller(), claimId, known -> Answer.done(view(records, known))));
  }

  /** The claims about a card, oldest first. */
  public CompletableFuture<Answer<List<ClaimView>>> of(Caller caller, CardId card, Page page) {
    return ledger.read(
        caller.seller(),
        records ->
            records.cards().byId(caller.seller(), card).isEmpty()
                ? Answer.refused(AppRefusal.CARD_UNKNOWN.with("card", card))
                : Answer.done(
                    records.claims().of(caller.seller(), card, page).stream()
                        .map(claim -> view(records, KnownClaim.of(records, claim)))
                        .toList()));
  }

  /** The claims that the filter lets through, the one that has waited longest first. */
  public CompletableFuture<List<ClaimView>> list(ClaimFiles.Filter filter) {
    return ledger.read(
        filter.seller(),
        records ->
            records.claimFiles().list(filter).stream()
                .map(
                    file ->
                        new KnownClaim(
                            records.claims().byId(file.seller(), file.claimId()).orElseThrow(),
                            file))
                .map(known -> view(records, known))
                .toList());
  }

  /** What happened to the claim, from the beginning. */
  public CompletableFuture<Answer<List<TrailEntry>>> trail(Caller caller, String claimId) {
    return ledger.read(
        caller.seller(),
        records ->
            KnownClaim.with(
                records,
                caller.seller(),
                claimId,
                known -> Answer.done(ClaimTrail.of(records, known.claim()))));
  }

  private ClaimView view(Records records, KnownClaim known) {
    StoredClaim claim = known.claim();
    return new ClaimView(
        claim,
        known.file(),
        records.claimFiles().decisions(claim),
        text(known, seal),
        records.deadlines().of(claim),
        records.evidenceFiles().of(claim).stream().map(file -> view(claim, file, seal)).toList(),
        records.rmas().of(claim).stream().map(Rma::id).toList());
  }

  /** The customer's words; empty where there are none, or none that can be read any more. */
  static Optional<String> text(KnownClaim known, TextSeal seal) {
    StoredClaim claim = known.claim();
    return known
        .file()
        .intake()
        .text()
        .map(text -> seal.open(text, claim.seller(), OpenClaim.place(claim)).toUtf8());
  }

  static EvidenceView view(StoredClaim claim, EvidenceFile file, TextSeal seal) {
    return new EvidenceView(
        file,
        file.name()
            .map(name -> seal.open(name, claim.seller(), KeepEvidence.nameOf(file)).toUtf8()));
  }
}
