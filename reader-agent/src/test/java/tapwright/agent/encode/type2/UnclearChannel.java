package tapwright.agent.encode.type2;

import java.time.Duration;
import java.util.Optional;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.TagAnswer;
import tapwright.agent.encode.Field;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.TagChannel;
import tapwright.core.Bytes;

/** A channel on which the answer to one write is lost, while the tag stays in the field. */
final class UnclearChannel implements TagChannel {

  private final int unclearWrite;
  private final boolean stored;
  private EmulatedTag tag;
  private Optional<EmulatedTag> next = Optional.empty();
  private int writes;
  private int exchanges;

  /**
   * @param unclearWrite counted from 1
   * @param stored whether that write is done before its answer is lost
   */
  UnclearChannel(EmulatedTag tag, int unclearWrite, boolean stored) {
    this.tag = tag;
    this.unclearWrite = unclearWrite;
    this.stored = stored;
  }

  /** Has another tag lie there after that write, as on a reader that does not tell it apart. */
  UnclearChannel thenAnother(EmulatedTag other) {
    next = Optional.of(other);
    return this;
  }

  Field field() {
    return new Field() {
      @Override
      public boolean awaitEmpty(Duration timeout) {
        return false;
      }

      @Override
      public void cycle() {
        tag.cycleField();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public boolean passesNativeCommands() {
    return true;
  }

  @Override
  public Bytes exchange(Bytes command, String doing) {
    exchanges++;
    return switch (tag.answer(command)) {
      case TagAnswer.Data(Bytes bytes) -> bytes;
      case TagAnswer.Ack ack -> Bytes.EMPTY;
      case TagAnswer.Nak nak -> throw new ReaderFault.TagNak(doing);
      case TagAnswer.Silence silence -> throw new ReaderFault.TagGone(doing, null);
    };
  }

  @Override
  public Bytes read(int first, int last) {
    return exchange(Bytes.of(0x3A, first, last), "pages were read");
  }

  @Override
  public void write(int page, Bytes data) {
    writes++;
    if (writes != unclearWrite || stored) {
      exchange(Bytes.of(0xA2, page).plus(data), "a page was written");
    }
    if (writes == unclearWrite) {
      next.ifPresent(this::swap);
      throw new ReaderFault.AnswerUnknown("a page was written", "6300");
    }
  }

  private void swap(EmulatedTag other) {
    tag.lift();
    other.place();
    tag = other;
  }

  @Override
  public int pagesPerRead() {
    return 60;
  }

  @Override
  public int exchanges() {
    return exchanges;
  }

  @Override
  public int probeExchanges() {
    return 0;
  }
}
