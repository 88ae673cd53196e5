package tapwright.agent.station.journal;

/**
 * Work as the journal keeps it.
 *
 * @param owner the key of the row or job, unique in the journal
 * @param position its place in its source
 * @param label what staff call it
 * @param content what is needed to make it after a restart; empty where a file has it
 * @param secret whether the content holds secrets, so that the file holds it encrypted
 */
public record JournalItem(
    String owner, int position, String label, String content, boolean secret) {

  /** Work whose content anybody may read. */
  public JournalItem(String owner, int position, String label, String content) {
    this(owner, position, label, content, false);
  }

  /** Without the content, which may be secret. */
  @Override
  public String toString() {
    return owner + " (" + label + ")";
  }
}
