package tapwright.server.app.subscription;

import tapwright.core.trail.TrailEntry;

/**
 * What somebody who let something happen to a subscription is told: the entry of its trail, which
 * stays the same whenever it is asked for again.
 */
public record Receipt(String subscriptionId, TrailEntry entry) {}
