package tapwright.core.money;

import tapwright.core.policy.Money;

/**
 * What a customer paid for one line of an order.
 *
 * @param line the line's name, unique in its order
 * @param payment the provider's id of the payment that it came with; several lines may share one
 */
public record Capture(String line, String payment, Money amount) {}
