package tapwright.agent.tag;

import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.TagChannel;
import tapwright.core.Bytes;

/** Reading four pages at a time by READ, which every Type 2 tag has, unlike FAST_READ. */
final class FourPageRead {

  private static final int READ = 0x30;
  private static final int PAGES = 4;
  private static final int PAGE_BYTES = 4;

  private final TagChannel channel;

  FourPageRead(TagChannel channel) {
    this.channel = channel;
  }

  /** The pages, both included. A READ near the end rolls over to page 00; that part is cut off. */
  Bytes pages(int first, int last) {
    Bytes pages = Bytes.EMPTY;
    for (int page = first; page <= last; page += PAGES) {
      pages = pages.plus(four(page));
    }
    return pages.slice(0, (last - first + 1) * PAGE_BYTES);
  }

  private Bytes four(int page) {
    String doing = "pages %02X to %02X were read".formatted(page, page + PAGES - 1);
    Bytes answer = channel.exchange(Bytes.of(READ, page), doing);
    if (answer.size() != PAGES * PAGE_BYTES) {
      throw new ReaderFault.AnswerUnknown(doing, answer.size() + " bytes");
    }
    return answer;
  }
}
