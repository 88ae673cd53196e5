package tapwright.core.wire;

/**
 * What became of an inspection.
 *
 * @param rma the return's number
 * @param verdict what is on record now; {@code not-ours} for another chip than the card's, whatever
 *     it was found to be
 * @param claimId the claim that the return belongs to
 * @param claimState how the claim stands since
 */
public record InspectionReply(String rma, String verdict, String claimId, String claimState) {}
