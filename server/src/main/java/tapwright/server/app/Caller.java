package tapwright.server.app;

import tapwright.core.card.SellerId;
import tapwright.server.record.seller.Scope;

/**
 * Who asks, as its token showed.
 *
 * @param tokenId the key of the token
 * @param name what staff call it
 * @param seller for whom it asks; nothing of another seller is ever answered
 */
public record Caller(String tokenId, String name, SellerId seller, Scope scope) {}
