package tapwright.server.record.hit;

import tapwright.core.tap.HitClass;

/** How many hits of one class a card has had. */
public record UsageCount(HitClass hitClass, long count) {}
