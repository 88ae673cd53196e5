package tapwright.agent.reader;

import java.util.Optional;
import java.util.Set;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.TagModel;

/** A tag whose own commands pass through its reader. */
final class NativeChannel implements TagChannel {

  private static final System.Logger LOG = System.getLogger(NativeChannel.class.getName());

  static final Bytes GET_VERSION = Bytes.of(0x60);

  private static final int FAST_READ = 0x3A;
  private static final int WRITE = 0xA2;
  private static final int PAGE_SIZE = 4;

  /**
   * How readers say that an answer is longer than they pass: the PN532's buffer (user manual
   * section 7.1, error 07), wrong length (ISO/IEC 7816-4), SpringCard's FIFO (PMD2271-BA annex A).
   */
  private static final Set<String> TOO_LONG = Set.of("PN532 07", "6700", "6F13");

  private final CountedLink link;
  private final NativeSession session;
  private final FastReadLength length;
  private Optional<Bytes> version;

  /**
   * A channel that has asked the tag for its version already while probing, and hands that answer
   * out for the first GET_VERSION.
   */
  NativeChannel(
      CountedLink link, NativeSession session, Optional<Bytes> version, KnownReader reader) {
    this.link = link;
    this.session = session;
    this.version = version;
    this.length = new FastReadLength(reader, isOfKnownChip(version));
  }

  private static boolean isOfKnownChip(Optional<Bytes> version) {
    return version
        .map(TagModel::ofVersion)
        .filter(model -> model instanceof Checked.Passed<TagModel>)
        .isPresent();
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
    return answerOf(session.send(command), doing);
  }

  private static Bytes answerOf(NativeReply reply, String doing) {
    return switch (reply) {
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
    int next = first;
    while (next <= last) {
      pages = pages.plus(run(next, last));
      next = first + pages.size() / PAGE_SIZE;
    }
    return pages;
  }

  /** Pages from the first on, as many as one FAST_READ brings. */
  private Bytes run(int first, int last) {
    int end = Math.min(last, first + length.pages() - 1);
    Optional<Bytes> whole = fastRead(first, end);
    return whole.isPresent() ? whole.get() : shorterRun(first, end);
  }

  /** Lessens what is asked for until the reader passes it, and remembers what it passed. */
  private Bytes shorterRun(int first, int failedEnd) {
    int failed = failedEnd - first + 1;
    int end = first + length.after(failed) - 1;
    Optional<Bytes> run = fastRead(first, end);
    if (run.isEmpty()) {
      return shorterRun(first, end);
    }
    length.passedAfter(failed, end - first + 1);
    return run.get();
  }

  /** Empty when the reader does not pass so long an answer, and a shorter one may be asked for. */
  private Optional<Bytes> fastRead(int first, int last) {
    String doing = PageRange.reading(first, last);
    NativeReply reply = session.send(Bytes.of(FAST_READ, first, last));
    int pages = last - first + 1;
    if (pages > FastReadLength.SHORTEST_PAGES && isTooLong(reply, pages)) {
      return Optional.empty();
    }
    Bytes answer = answerOf(reply, doing);
    if (answer.size() != pages * PAGE_SIZE) {
      throw new ReaderFault.AnswerUnknown(doing, answer.size() + " bytes");
    }
    length.passed(pages);
    return Optional.of(answer);
  }

  private static boolean isTooLong(NativeReply reply, int pages) {
    return reply instanceof NativeReply.Answer answer
        ? answer.data().size() < pages * PAGE_SIZE
        : TOO_LONG.contains(statusOf(reply));
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
    return length.pages();
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
