package tapwright.agent.print.target;

/**
 * The number that a queue gave a print job.
 *
 * @param id as the queue counts
 */
public record JobTicket(int id) {}
