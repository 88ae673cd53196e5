package tapwright.core.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tapwright.core.ndef.LinkCounting;

/**
 * One card to be made.
 *
 * <p>The last three components came with the second way to lease: a server that does not know them
 * leaves them out, and gives a station that does not know them no job that needs them.
 *
 * @param jobId the server's key of the job
 * @param cardId the server's key of the card
 * @param slug the public token that the card's links end with
 * @param order the shop's order number, for the operator's eyes
 * @param link what the chip leads to, without mirror placeholder
 * @param qrLink what the printed symbol leads to, upper case
 * @param contact goes onto the chip after the link where it fits; absent for a link-only card
 * @param mirrorCounter whether the chip shall put its UID and read counter into the link
 * @param leasedUntil from then on another station may get the job
 * @param counting how the link shall say which read it is; see {@link #linkCounting}
 * @param lock whether the chip shall be made read-only for ever; absent for no
 * @param secrets what the chip shall be protected by; absent for nothing
 */
public record EncodeJob(
    String jobId,
    String cardId,
    String slug,
    String order,
    String link,
    String qrLink,
    @Nullable WireContact contact,
    boolean mirrorCounter,
    Instant leasedUntil,
    @Nullable LinkCounting counting,
    @Nullable Boolean lock,
    @Nullable JobSecrets secrets) {

  /** How the link shall say which read it is, as an older server says it where it must. */
  public LinkCounting linkCounting() {
    if (counting != null) {
      return counting;
    }
    return mirrorCounter ? LinkCounting.MIRROR : LinkCounting.NONE;
  }
}
