package tapwright.agent.reader;

import java.util.Set;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;

/**
 * A tag behind a reader that passes none of its commands: READ BINARY and UPDATE BINARY only (PC/SC
 * part 3 sections 3.2.2.1.8 and 3.2.2.1.9).
 */
final class BlockChannel implements TagChannel {

  private static final int PAGE_SIZE = 4;

  /** A Type 2 READ gives four pages; some readers pass on one of them. */
  private static final int WHOLE_BLOCK = 16;

  private static final Set<Integer> BLOCK_SIZES = Set.of(PAGE_SIZE, WHOLE_BLOCK);

  private final CountedLink link;
  private final KnownReader reader;

  BlockChannel(CountedLink link, KnownReader reader) {
    this.link = link;
    this.reader = reader;
  }

  @Override
  public boolean passesNativeCommands() {
    return false;
  }

  @Override
  public Bytes exchange(Bytes command, String doing) {
    throw new IllegalStateException("this reader passes no native commands, asked for " + doing);
  }

  @Override
  public Bytes read(int first, int last) {
    PageRange.check(first, last);
    int size = (last - first + 1) * PAGE_SIZE;
    Bytes pages = Bytes.EMPTY;
    while (pages.size() < size) {
      pages = pages.plus(block(first + pages.size() / PAGE_SIZE, last));
    }
    return pages.slice(0, size);
  }

  /** The pages that one READ BINARY gives; how many a reader gives is learnt. */
  private Bytes block(int page, int last) {
    Bytes response = send(Bytes.of(0xFF, 0xB0, 0x00, page, WHOLE_BLOCK));
    Bytes data = StatusWords.data(response);
    if (!StatusWords.isOk(response) || !BLOCK_SIZES.contains(data.size())) {
      link.noteHalted();
      throw new ReaderFault.AnswerUnknown(PageRange.reading(page, last), StatusWords.of(response));
    }
    reader.foundBytesPerRead(data.size());
    return data;
  }

  @Override
  public void write(int page, Bytes data) {
    PageRange.checkPage(data);
    Bytes response = send(Bytes.of(0xFF, 0xD6, 0x00, page, PAGE_SIZE).plus(data));
    if (!StatusWords.isOk(response)) {
      link.noteHalted();
      throw new ReaderFault.AnswerUnknown(PageRange.writing(page), StatusWords.of(response));
    }
  }

  private Bytes send(Bytes command) {
    link.wake();
    return link.exchange(command);
  }

  @Override
  public int pagesPerRead() {
    return reader.bytesPerRead() / PAGE_SIZE;
  }

  @Override
  public int exchanges() {
    return link.exchanges();
  }

  @Override
  public int probeExchanges() {
    return link.probeExchanges();
  }
}
