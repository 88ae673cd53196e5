package tapwright.agent.station.job;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import tapwright.agent.station.Waiter;

/**
 * What a station needs beside its server, reader and journal.
 *
 * @param drain whether it ends when there is nothing to do and nothing to tell
 * @param patience how long a station that drains waits for a card that does not come
 * @param clock what time it is
 * @param eventIds keys for events: 1 to 64 letters, digits and hyphens, never one twice
 * @param waiter lets time pass
 */
public record StationSettings(
    boolean drain,
    Duration patience,
    InstantSource clock,
    Supplier<String> eventIds,
    Waiter waiter) {}
