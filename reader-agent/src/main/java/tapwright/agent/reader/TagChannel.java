package tapwright.agent.reader;

import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;

/**
 * A tag in the field as its reader lets it be spoken to; one presentation, one thread.
 *
 * <p>Each call is one exchange, except that reading past what the reader returns at once takes as
 * many as are needed.
 */
public interface TagChannel {

  /** Whether the tag's own commands pass, as GET_VERSION, FAST_READ and READ_CNT. */
  boolean passesNativeCommands();

  /**
   * Sends one of the tag's own commands, without CRC, and returns its answer, without CRC; an
   * acknowledgement alone is empty. Only where native commands pass.
   *
   * @throws ReaderFault.TagNak when the tag refuses it
   */
  Bytes exchange(Bytes command, String doing);

  /** Pages from {@code first} to {@code last}, both included, 4 bytes each. */
  Bytes read(int first, int last);

  /**
   * Writes one page (4 bytes).
   *
   * @throws ReaderFault.AnswerUnknown when the page may or may not have been written
   */
  void write(int page, Bytes data);

  /** The longest run of pages that one exchange reads. */
  int pagesPerRead();

  /** How many exchanges this presentation has taken, probing of the reader not counted. */
  int exchanges();

  /** How many exchanges it took to find out what the reader can do; 0 where that was known. */
  int probeExchanges();
}
