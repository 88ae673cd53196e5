package tapwright.agent.print.target;

import org.jspecify.annotations.Nullable;

/**
 * A print job of an earlier run.
 *
 * @param name what it is called in the queue
 * @param ticket its number there, or null where the run ended before it was known
 */
public record PastJob(String name, @Nullable JobTicket ticket) {}
