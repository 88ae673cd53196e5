package tapwright.server.record.account;

import java.time.Instant;

/**
 * How often it was tried in vain to sign in, from one address or to one account.
 *
 * @param count since the last success, or since long enough ago
 * @param lastAt when last
 */
public record Tries(int count, Instant lastAt) {}
