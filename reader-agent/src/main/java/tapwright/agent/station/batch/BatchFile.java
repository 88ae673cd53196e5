package tapwright.agent.station.batch;

import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

/**
 * A file of cards to be made, every row of it sound.
 *
 * @param name what the file is called, without its folder
 * @param identity SHA-256 of the file's bytes: a file that was edited is another batch
 * @param rows at least one
 */
public record BatchFile(String name, Bytes identity, List<BatchRow> rows) {

  public BatchFile {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows is empty, at least one is needed");
    }
  }

  /** The batch in a file's bytes, or all that is wrong with it. */
  public static Reading read(String name, Bytes file) {
    return new BatchReader(name, file).read();
  }

  /** What became of reading a batch. */
  public sealed interface Reading {

    /** Every row is sound. */
    record Sound(BatchFile file) implements Reading {}

    /** Nothing is made; one refusal for each bad row. */
    record Faulty(List<Refusal> refusals) implements Reading {}
  }
}
