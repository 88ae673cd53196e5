package tapwright.server.record.hit;

import java.time.LocalDate;
import tapwright.core.tap.HitClass;

/** How many hits of one class a card had on a day of UTC. */
public record DayUse(LocalDate day, HitClass hitClass, long hits) {}
