package tapwright.core.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One card to be made.
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
    Instant leasedUntil) {}
