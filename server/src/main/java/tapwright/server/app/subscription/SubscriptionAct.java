package tapwright.server.app.subscription;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tapwright.core.plan.PlanEvent;

/**
 * What somebody wants to happen to a subscription.
 *
 * @param event what, for the instant at which it was asked for
 * @param version the one that whoever asks has seen
 * @param cause why: a decision and its clause, or words; may be empty
 * @param at when it was asked for, where that was not just now
 */
public record SubscriptionAct(
    Function<Instant, PlanEvent> event, long version, String cause, Optional<Instant> at) {}
