package tapwright.server.record.goods;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;
import tapwright.server.record.claim.SealedText;

/**
 * The permission to send goods back, and what became of them.
 *
 * @param id the number that the customer writes on the parcel
 * @param version how often it has changed, from 1 on
 * @param label whose parcel it is and where it goes; empty where none was wanted, or where nobody
 *     can read it any more
 */
public record Rma(
    String id,
    CardId card,
    SellerId seller,
    String claimId,
    long version,
    RmaState state,
    Way way,
    Optional<Findings> findings,
    Optional<Disposition> disposition,
    Optional<SealedText> label) {

  /**
   * The parcel's way.
   *
   * @param expiresAt the first instant that is too late to send it
   * @param tracking what the carrier calls it; may be empty
   */
  public record Way(
      Instant issuedAt,
      Instant expiresAt,
      Optional<Instant> sentAt,
      Optional<Instant> receivedAt,
      String tracking) {

    public Way sent(Instant at, String trackedAs) {
      return new Way(issuedAt, expiresAt, Optional.of(at), receivedAt, trackedAs);
    }

    public Way received(Instant at) {
      return new Way(issuedAt, expiresAt, sentAt, Optional.of(at), tracking);
    }
  }

  /**
   * What an inspection found.
   *
   * @param notes in words, of who inspected
   * @param facts what policies may decide on beyond the verdict
   */
  public record Findings(Verdict verdict, String notes, Map<String, String> facts) {
    public Findings {
      facts = Map.copyOf(facts);
    }
  }

  public Rma labelled(SealedText with) {
    return new Rma(
        id, card, seller, claimId, version, state, way, findings, disposition, Optional.of(with));
  }

  public Rma in(RmaState next, Way newWay) {
    return new Rma(
        id, card, seller, claimId, version + 1, next, newWay, findings, disposition, label);
  }

  public Rma found(RmaState next, Findings found) {
    return new Rma(
        id, card, seller, claimId, version + 1, next, way, Optional.of(found), disposition, label);
  }

  public Rma disposed(RmaState next, Disposition to) {
    return new Rma(
        id, card, seller, claimId, version + 1, next, way, findings, Optional.of(to), label);
  }
}
