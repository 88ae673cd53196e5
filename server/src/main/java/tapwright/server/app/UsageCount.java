package tapwright.server.app;

import tapwright.core.tap.HitClass;

/** How many hits of one class a card has had. */
public record UsageCount(HitClass hitClass, long count) {}
