package tapwright.server.record.access;

import java.time.Instant;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * A short code that a station may exchange for its token, once and soon; only its hash is kept.
 *
 * @param name what staff call the station
 * @param tokenDays how long the token holds that it becomes
 * @param madeBy who let the station in
 * @param expiresAt from when on the code opens nothing
 */
public record Enrolment(
    Bytes codeHash,
    SellerId seller,
    String name,
    int tokenDays,
    String madeBy,
    Instant createdAt,
    Instant expiresAt) {}
