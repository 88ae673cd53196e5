package tapwright.agent.tag;

import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.TagAnswer;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.TagChannel;
import tapwright.core.Bytes;

/** An emulated tag spoken to without a reader; a refused one is woken before the next command. */
final class TagAtHand implements TagChannel {

  private final EmulatedTag tag;
  private boolean halted;
  private int exchanges;

  TagAtHand(EmulatedTag tag) {
    this.tag = tag;
    tag.place();
  }

  @Override
  public boolean passesNativeCommands() {
    return true;
  }

  @Override
  public Bytes exchange(Bytes command, String doing) {
    if (halted) {
      tag.cycleField();
    }
    exchanges++;
    TagAnswer answer = tag.answer(command);
    halted = answer instanceof TagAnswer.Nak;
    return switch (answer) {
      case TagAnswer.Data(Bytes bytes) -> bytes;
      case TagAnswer.Ack ack -> Bytes.EMPTY;
      case TagAnswer.Nak nak -> throw new ReaderFault.TagNak(doing);
      case TagAnswer.Silence silence -> throw new ReaderFault.TagGone(doing, null);
    };
  }

  @Override
  public Bytes read(int first, int last) {
    return exchange(Bytes.of(0x3A, first, last), "reading");
  }

  @Override
  public void write(int page, Bytes data) {
    exchange(Bytes.of(0xA2, page).plus(data), "writing");
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
