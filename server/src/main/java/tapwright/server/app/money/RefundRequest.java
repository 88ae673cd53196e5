package tapwright.server.app.money;

import tapwright.core.policy.Money;

/**
 * What somebody wants to go back.
 *
 * @param claim the key of the claim behind it; empty for none
 * @param cause why, in words that stay for ever and name nobody; may be empty
 */
public record RefundRequest(String line, Money amount, String claim, String cause) {}
