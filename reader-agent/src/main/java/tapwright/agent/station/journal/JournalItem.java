package tapwright.agent.station.journal;

/**
 * Work as the journal keeps it: label and content name people, so the file holds both encrypted.
 *
 * @param owner the key of the row or job, unique in the journal
 * @param position its place in its source
 * @param label what staff call it; empty once it was {@link Pruning pruned}
 * @param content what is needed to make it after a restart; empty where a file has it, and once it
 *     was pruned
 */
public record JournalItem(String owner, int position, String label, String content) {

  /** Without label and content, which name people and may hold secrets. */
  @Override
  public String toString() {
    return owner;
  }
}
