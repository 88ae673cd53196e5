package tapwright.server.app.order;

/**
 * A card that was ordered to take another's place.
 *
 * @param replaces the id of the card whose place it takes
 * @param link what its chip leads to
 * @param qrLink what its print leads to
 */
public record Replacement(
    String replaces,
    String order,
    String cardId,
    String slug,
    String link,
    String qrLink,
    String jobId) {}
