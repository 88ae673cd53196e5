package tapwright.agent.reader;

import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;

/**
 * A tag in the field as its reader lets it be spoken to; one presentation, one thread.
 *
 * <p>An exchange is a command that reaches the tag. Each call is one, except that reading past what
 * the reader returns at once takes as many as are needed. What a reader is told for itself, as the
 * start of a transparent session, is none.
 *
 * <p>A tag that refused a command is halted; it is selected anew, with a field cycle, before the
 * next exchange, so that a channel stays of use. It has forgotten a password by that.
 */
public interface TagChannel extends AutoCloseable {

  /** Whether the tag's own commands pass, as GET_VERSION, FAST_READ and READ_CNT. */
  boolean passesNativeCommands();

  /**
   * Sends one of the tag's own commands, without CRC, and returns its answer, without CRC; an
   * acknowledgement alone is empty. Only where native commands pass.
   *
   * @throws ReaderFault.TagNak when the tag refuses it
   * @throws ReaderFault.AnswerUnknown when what the tag said is not known
   */
  Bytes exchange(Bytes command, String doing);

  /**
   * Pages from {@code first} to {@code last}, both included, 4 bytes each.
   *
   * <p>Never to be asked for pages past the chip's end: the tag refuses and is halted, and some
   * readers hang until it is taken away.
   */
  Bytes read(int first, int last);

  /**
   * Writes one page (4 bytes).
   *
   * @throws ReaderFault.AnswerUnknown when the page may or may not have been written; also when it
   *     is locked, since most readers cannot tell
   */
  void write(int page, Bytes data);

  /** The longest run of pages that one exchange reads. */
  int pagesPerRead();

  /** How many exchanges this presentation has taken, probing of the reader not counted. */
  int exchanges();

  /**
   * How many commands, to the reader or the tag, were spent on finding out what the reader can do;
   * 0 where that was known.
   */
  int probeExchanges();

  /** Ends what the reader was told to begin for this channel; the connection stays open. */
  @Override
  default void close() {}
}
