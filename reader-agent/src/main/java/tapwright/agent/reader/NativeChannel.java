package tapwright.agent.reader;

import java.util.Optional;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;

/** A tag whose own commands pass through its reader. */
final class NativeChannel implements TagChannel {

  private static final System.Logger LOG = System.getLogger(NativeChannel.class.getName());

  static final Bytes GET_VERSION = Bytes.of(0x60);

  private static final int FAST_READ = 0x3A;
  private static final int WRITE = 0xA2;
  private static final int PAGE_SIZE = 4;

  /** What one answer carries through an ACR122U's 271-byte CCID message, with room for headers. */
  private static final int PAGES_PER_READ = 60;

  private final CountedLink link;
  private final NativeSession session;
  private Optional<Bytes> version;

  /**
   * A channel that has asked the tag for its version already while probing, and hands that answer
   * out for the first GET_VERSION.
   */
  NativeChannel(CountedLink link, NativeSession session, Optional<Bytes> version) {
    this.link = link;
    this.session = session;
    this.version = version;
  }

  @Override
  public boolean passesNativeCommands() {
    return true;
  }

  @Override
  public Bytes exchange(Bytes command, String doing) {
    if (command.equals(GET_VERSION) && version.isPresent()) {
      Bytes known = version.get();
      version = Optional.empty();
      return known;
    }
    return switch (session.send(command)) {
      case NativeReply.Answer answer -> answer.data();
      case NativeReply.Acknowledged acknowledged -> Bytes.EMPTY;
      case NativeReply.Refused refused -> throw new ReaderFault.TagNak(doing);
      case NativeReply.Unclear unclear ->
          throw new ReaderFault.AnswerUnknown(doing, unclear.status());
      case NativeReply.NotPassed notPassed ->
          throw new ReaderFault.AnswerUnknown(doing, notPassed.status());
    };
  }

  @Override
  public Bytes read(int first, int last) {
    PageRange.check(first, last);
    Bytes pages = Bytes.EMPTY;
    for (int start = first; start <= last; start += PAGES_PER_READ) {
      pages = pages.plus(fastRead(start, Math.min(last, start + PAGES_PER_READ - 1)));
    }
    return pages;
  }

  private Bytes fastRead(int first, int last) {
    String doing = PageRange.reading(first, last);
    Bytes answer = exchange(Bytes.of(FAST_READ, first, last), doing);
    if (answer.size() != (last - first + 1) * PAGE_SIZE) {
      throw new ReaderFault.AnswerUnknown(doing, answer.size() + " bytes");
    }
    return answer;
  }

  @Override
  public void write(int page, Bytes data) {
    PageRange.checkPage(data);
    NativeReply reply = session.send(Bytes.of(WRITE, page).plus(data));
    if (!(reply instanceof NativeReply.Acknowledged)) {
      throw new ReaderFault.AnswerUnknown(PageRange.writing(page), statusOf(reply));
    }
  }

  private static String statusOf(NativeReply reply) {
    return switch (reply) {
      case NativeReply.Answer answer -> answer.data().size() + " bytes";
      case NativeReply.Acknowledged acknowledged -> "acknowledged";
      case NativeReply.Refused refused -> "refused by the tag";
      case NativeReply.Unclear unclear -> unclear.status();
      case NativeReply.NotPassed notPassed -> notPassed.status();
    };
  }

  @Override
  public int pagesPerRead() {
    return PAGES_PER_READ;
  }

  @Override
  public int exchanges() {
    return link.exchanges();
  }

  @Override
  public int probeExchanges() {
    return link.probeExchanges();
  }

  /** Without a tag a reader takes no command; the next presentation starts a session anew. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (ReaderFault.TagGone gone) {
      LOG.log(System.Logger.Level.DEBUG, "the tag left before its channel was closed", gone);
    }
  }
}
