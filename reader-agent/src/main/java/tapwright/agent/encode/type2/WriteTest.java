package tapwright.agent.encode.type2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.LastingStep;
import tapwright.agent.encode.RunningRecord;
import tapwright.agent.encode.TagAcquaintance;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.inspect.Flaw;
import tapwright.core.tag.inspect.TestArea;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;

/**
 * A test of the pages behind a tag's length byte: each takes its own bytes inverted, and then its
 * own bytes again.
 *
 * <p>The message's length is zero all the while, so that the tag shows nothing however it is torn;
 * it comes back last, and only when every page holds what it held. Not tested are locked pages,
 * those under a mirror, whose content cannot be seen, and the length byte's own.
 */
final class WriteTest {

  private final TagSession session;
  private final RunningRecord record;

  WriteTest(TagSession session, RunningRecord record) {
    this.session = session;
    this.record = record;
  }

  /** The pages that failed. */
  Checked<List<Flaw>> with(Optional<TagPassword> password) {
    PasswordGate gate = new PasswordGate(session, record);
    return gate.openForReading(password, TagAcquaintance.NAMED_BY_HAND)
        .then(tag -> session.readSettings())
        .then(tag -> gate.open(password, TagAcquaintance.NAMED_BY_HAND))
        .then(TagSnapshot::container)
        .map(container -> session.readDataArea())
        .then(tag -> TestArea.of(tag).then(pages -> test(tag, pages)));
  }

  private Checked<List<Flaw>> test(TagSnapshot before, List<Integer> pages) {
    List<PageWrite> emptying = before.emptying().stream().toList();
    List<PageWrite> all = new ArrayList<>(emptying);
    all.addAll(own(pages, before.image()));
    Optional<Refusal> refusal = session.protectionAgainst(all);
    if (refusal.isPresent()) {
      return Checked.refused(refusal.get());
    }
    record.before(LastingStep.WRITE_TEST, shownBy(before));
    return session
        .writeAll(emptying)
        .map(emptied -> failing(pages, before.image()))
        .then(failed -> failed.isEmpty() ? restored(before, emptying) : flaws(failed));
  }

  private List<Integer> failing(List<Integer> pages, MemoryImage before) {
    List<Integer> failed = new ArrayList<>(notTaken(inverted(pages, before)));
    failed.addAll(notTaken(own(pages, before)));
    return failed.stream().distinct().sorted().toList();
  }

  /** The pages among these writes that read differently afterwards. */
  private List<Integer> notTaken(List<PageWrite> writes) {
    writes.forEach(session::write);
    MemoryImage now = session.readDataAreaAgain().image();
    return writes.stream()
        .filter(write -> !now.page(write.page()).equals(write.data()))
        .map(PageWrite::page)
        .toList();
  }

  private Checked<List<Flaw>> restored(TagSnapshot before, List<PageWrite> emptying) {
    List<PageWrite> own = own(emptying.stream().map(PageWrite::page).toList(), before.image());
    return session
        .writeAll(own)
        .map(done -> notTaken(own))
        .then(
            failed -> {
              if (failed.isEmpty()) {
                record.verified(outcome(before));
              }
              return flaws(failed);
            });
  }

  private EncodeOutcome.Verified outcome(TagSnapshot before) {
    return new EncodeOutcome.Verified(
        shownBy(before), session.pagesWritten(), session.exchanges(), null, 0);
  }

  private static Checked<List<Flaw>> flaws(List<Integer> pages) {
    return Checked.passed(
        pages.stream().map(page -> new Flaw(Flaw.Kind.DEAD, "page %02X".formatted(page))).toList());
  }

  private static Bytes shownBy(TagSnapshot tag) {
    return tag.reading()
            instanceof Checked.Passed<TlvReading>(TlvReading.Found(var slot, var shown))
        ? shown
        : Bytes.EMPTY;
  }

  private static List<PageWrite> own(List<Integer> pages, MemoryImage image) {
    return pages.stream().map(page -> new PageWrite(page, image.page(page))).toList();
  }

  private static List<PageWrite> inverted(List<Integer> pages, MemoryImage image) {
    return pages.stream().map(page -> new PageWrite(page, inverted(image.page(page)))).toList();
  }

  private static Bytes inverted(Bytes page) {
    return Bytes.of(IntStream.range(0, page.size()).map(i -> 0xFF - page.at(i)).toArray());
  }
}
