package tapwright.server.app.claim;

import java.util.List;
import java.util.Optional;
import tapwright.server.record.Records;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.claim.TextSeal;

/**
 * What is kept of a claim under the key of the person whom its card speaks for, in the clear.
 *
 * @param text the customer's words; empty where there are none
 * @param files what came with it, by its sender's names
 * @param returns what was issued for it, with what their labels say
 */
public record ClaimPapers(
    StoredClaim claim, Optional<String> text, List<EvidenceView> files, List<RmaView> returns) {

  public ClaimPapers {
    files = List.copyOf(files);
    returns = List.copyOf(returns);
  }

  /** All of it, within a transaction. */
  public static ClaimPapers of(Records records, TextSeal seal, StoredClaim claim) {
    SealedLabels labels = new SealedLabels(seal);
    return new ClaimPapers(
        claim,
        SeeClaims.text(KnownClaim.of(records, claim), seal),
        records.evidenceFiles().of(claim).stream()
            .map(file -> SeeClaims.view(claim, file, seal))
            .toList(),
        records.rmas().of(claim).stream().map(labels::view).toList());
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "ClaimPapers[" + claim.id() + "]";
  }
}
