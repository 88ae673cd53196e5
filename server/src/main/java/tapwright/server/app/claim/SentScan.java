package tapwright.server.app.claim;

/**
 * A carrier's scan as it is sent, to be checked.
 *
 * @param line its row, from 1
 * @param at when it happened, as it was spelt
 * @param cause why a parcel came back undelivered; may be empty
 */
public record SentScan(
    int line, String scanId, String carrier, String cardId, String kind, String cause, String at) {}
