package tapwright.agent.station;

/**
 * Work as the journal keeps it.
 *
 * @param owner the key of the row or job, unique in the journal
 * @param position its place in its source
 * @param label what staff call it
 * @param content what is needed to make it after a restart; empty where a file has it
 */
public record JournalItem(String owner, int position, String label, String content) {}
