package tapwright.server.app.claim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Refusal;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.FieldError;
import tapwright.server.record.Ledger;
import tapwright.server.record.Records;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.goods.CarrierScan;

/**
 * Takes what carriers say of parcels: facts of the claims about the cards in them, which go where
 * their parcels go.
 *
 * <p>What a carrier says is a witness's word, which policies weigh: where a card cannot be where it
 * says, the scan is kept all the same.
 */
public final class TakeScans {

  /** What one request may hold at most; openapi.json has it too. */
  static final int LIMIT = 1_000;

  private final Ledger ledger;
  private final Redecide redecide;
  private final InstantSource clock;

  public TakeScans(Ledger ledger, ClaimMeans means, InstantSource clock) {
    this.ledger = ledger;
    this.redecide = new Redecide(new TakeDecision(means.packs()), new OpenTasks(means.terms()));
    this.clock = clock;
  }

  /**
   * What became of scans.
   *
   * @param taken how many are new
   * @param known how many were there already
   */
  public record Taken(int taken, int known) {}

  /** Takes all of them or none; one that is there already stays as it is. */
  public CompletableFuture<Answer<Taken>> take(Caller caller, List<SentScan> scans) {
    if (scans.isEmpty() || scans.size() > LIMIT) {
      return CompletableFuture.completedFuture(Answer.refused(count(scans.size())));
    }
    ScanCheck check = new ScanCheck(clock.instant());
    scans.forEach(check::check);
    return check.errors().isEmpty()
        ? ledger.write(caller.seller(), records -> keep(records, caller, scans))
        : CompletableFuture.completedFuture(invalid(check.errors()));
  }

  static Refusal count(Object seen) {
    return ClaimWorkRefusal.SCAN_COUNT.with("seen", seen, "allowed", LIMIT);
  }

  private Answer<Taken> keep(Records records, Caller caller, List<SentScan> scans) {
    Instant now = clock.instant();
    ScanCheck check = new ScanCheck(now);
    for (SentScan scan : scans) {
      if (records.cards().byId(caller.seller(), card(scan)).isEmpty()) {
        check.unknownCard(scan);
      }
    }
    if (!check.errors().isEmpty()) {
      return invalid(check.errors());
    }
    List<CarrierScan> added = added(records, caller, scans, now);
    FollowScans way = new FollowScans(records, caller, now);
    added.stream().sorted(Comparator.comparing(CarrierScan::at)).forEach(way::follow);
    added.stream()
        .map(CarrierScan::card)
        .distinct()
        .forEach(card -> decideAgain(records, caller, card, now));
    return Answer.done(new Taken(added.size(), scans.size() - added.size()));
  }

  /** Those that are new, in the order in which they were sent. */
  private static List<CarrierScan> added(
      Records records, Caller caller, List<SentScan> scans, Instant now) {
    ScanCheck check = new ScanCheck(now);
    return scans.stream()
        .map(scan -> made(check, caller.seller(), scan))
        .filter(scan -> records.carrierScans().add(scan, now))
        .toList();
  }

  private void decideAgain(Records records, Caller caller, CardId card, Instant now) {
    Deed deed = Deed.of(caller, "carrier scan", now);
    for (StoredClaim claim : records.claims().of(caller.seller(), card)) {
      redecide.again(records, KnownClaim.of(records, claim), deed);
    }
  }

  private static CarrierScan made(ScanCheck check, SellerId seller, SentScan scan) {
    return new CarrierScan(
        card(scan),
        seller,
        scan.carrier(),
        scan.scanId(),
        ScanCheck.kind(scan).orElseThrow(),
        ScanCheck.cause(scan),
        check.at(scan).orElseThrow());
  }

  private static CardId card(SentScan scan) {
    return CardId.parse(scan.cardId()).orElseThrow();
  }

  private static Answer<Taken> invalid(List<FieldError> errors) {
    return new Answer.Refused<>(
        ClaimWorkRefusal.SCANS_INVALID.with("count", FieldError.counted(errors.size(), "field")),
        errors);
  }
}
