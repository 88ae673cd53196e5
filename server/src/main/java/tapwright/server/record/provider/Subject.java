package tapwright.server.record.provider;

import java.time.Instant;
import tapwright.core.Bytes;
import tapwright.core.card.SellerId;

/**
 * Whom an account is to an identity provider.
 *
 * @param account the key of the account
 * @param mark a keyed hash of the issuer and of what it calls the person, which tells neither
 */
public record Subject(String account, SellerId seller, Bytes mark, Instant boundAt) {}
