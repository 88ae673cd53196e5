package tapwright.core.wire;

/**
 * A station asks whether a chip that it does not know may be made a card.
 *
 * @param uid the chip's UID, 8, 14 or 20 upper-case hexadecimal digits
 */
public record UidRequest(String uid) {}
