package tapwright.agent.station.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import tapwright.agent.station.Waiter;

/**
 * What a run that writes chips anew needs beside its server, reader and journal.
 *
 * @param cards how many cards it attends to before it ends; 0 for as many as come
 * @param patience how long it waits for a card that does not come
 * @param eventIds keys for events: 1 to 64 letters, digits and hyphens, never one twice
 */
public record RewriteSettings(
    int cards, Duration patience, InstantSource clock, Supplier<String> eventIds, Waiter waiter) {}
