package tapwright.server.app.subscription;

import tapwright.core.plan.Offer;
import tapwright.core.plan.Terms;

/**
 * A subscription that is to begin.
 *
 * @param account the shop's key for its customer; empty where it is for an order
 * @param order the number of an order that names no account; empty where it is for an account
 * @param cause why, in the words of who asks; may be empty
 */
public record StartRequest(String account, String order, Offer offer, Terms terms, String cause) {}
