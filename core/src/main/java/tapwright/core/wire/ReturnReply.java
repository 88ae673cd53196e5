package tapwright.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * The card that should lie in a parcel; nothing of whom it speaks for.
 *
 * @param rma the return's number
 * @param state how far the return has come, as {@code received}
 * @param inspectable whether it may be inspected now
 * @param slug the public token that the card's links end with
 * @param uid the UID of the card's chip; absent where no station has made it
 * @param messageHash SHA-256 of the NDEF message that the chip held when it was last read back, in
 *     upper-case hexadecimal digits; absent likewise
 */
public record ReturnReply(
    String rma,
    String state,
    boolean inspectable,
    String slug,
    @Nullable String uid,
    @Nullable String messageHash) {}
