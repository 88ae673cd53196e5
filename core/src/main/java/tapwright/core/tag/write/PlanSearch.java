package tapwright.core.tag.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefSlot;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.memory.TlvType;

/** Looks for the shortest safe order of the writes that a message needs. */
final class PlanSearch {

  private final TagSnapshot tag;
  private final NdefSlot slot;
  private final Bytes message;
  private final MemoryImage target;
  private final int lengthPage;
  private final List<Integer> pages;

  PlanSearch(TagSnapshot tag, NdefSlot slot, Bytes message) {
    this.tag = tag;
    this.slot = slot;
    this.message = message;
    List<Integer> addresses = slot.addresses(slot.tlv(message).size());
    this.target = tag.image().withBytes(addresses, slot.tlv(message));
    this.lengthPage = pageOf(slot.lengthAddress());
    this.pages = addresses.stream().map(PlanSearch::pageOf).distinct().toList();
  }

  /** The shortest safe order; none also where bytes that matter were not read. */
  Checked<WritePlan> shortestSafe() {
    if (lacksBytesToKeep()) {
      return unsafe();
    }
    return candidates().stream()
        .sorted(Comparator.comparingInt(List::size))
        .filter(writes -> TearAnalysis.isSafe(tag.image(), writes, message))
        .findFirst()
        .map(writes -> Checked.passed(new WritePlan(writes, slot, message)))
        .orElseGet(this::unsafe);
  }

  private Checked<WritePlan> unsafe() {
    return Checked.refused(TagRefusal.NO_SAFE_ORDER.with("model", tag.identity().name()));
  }

  /** Whether the page of the length has bytes that must stay and are not known. */
  private boolean lacksBytesToKeep() {
    return !tag.image().knowsPages(lengthPage, lengthPage);
  }

  /**
   * Every order worth trying; among equally short ones the first listed is taken.
   *
   * <p>The length page can be brought to length zero in three ways, which differ in what else of it
   * changes: all of it to its final content, so that the last write changes nothing but the length
   * byte; nothing; or the terminator FE behind the length.
   */
  private List<List<PageWrite>> candidates() {
    PageWrite allButLength = emptied(finalLengthPage());
    PageWrite lengthOnly = emptied(tag.image().page(lengthPage));
    PageWrite terminated = terminated(lengthOnly);
    List<List<PageWrite>> orders = new ArrayList<>();
    if (needsNoWrite() || !(Glance.at(tag.image()) instanceof Glance.Shows)) {
      orders.add(around(List.of()));
    }
    orders.add(around(List.of(allButLength)));
    orders.add(around(List.of(lengthOnly)));
    orders.add(around(List.of(terminated)));
    orders.add(around(List.of(lengthOnly, allButLength)));
    orders.add(around(List.of(terminated, allButLength)));
    return orders;
  }

  /** Container, what prepares the length page, data, and the length page last. */
  private List<PageWrite> around(List<PageWrite> preparing) {
    List<PageWrite> writes = new ArrayList<>(containerWrite());
    Bytes lengthPageNow = tag.image().page(lengthPage);
    for (PageWrite write : preparing) {
      if (!write.data().equals(lengthPageNow)) {
        writes.add(write);
        lengthPageNow = write.data();
      }
    }
    writes.addAll(dataWrites());
    if (!finalLengthPage().equals(lengthPageNow)) {
      writes.add(new PageWrite(lengthPage, finalLengthPage()));
    }
    return writes;
  }

  private List<PageWrite> containerWrite() {
    if (!tag.lacksContainer()) {
      return List.of();
    }
    Bytes container = tag.container().orThrow().value();
    return List.of(new PageWrite(CapabilityContainer.PAGE, container));
  }

  /**
   * The pages beside the length page that differ, ascending.
   *
   * <p>Where the tag's lock and configuration pages were not read, the last page comes first: a
   * password protects all pages from some page on, so a tag that takes the last one takes them all,
   * and one that does not is left as it was.
   */
  private List<PageWrite> dataWrites() {
    List<PageWrite> writes = new ArrayList<>();
    for (int page : pages) {
      if (page != lengthPage && !isUnchanged(page)) {
        writes.add(new PageWrite(page, target.pageOrZeros(page)));
      }
    }
    if (!writes.isEmpty() && tag.configuration().isEmpty()) {
      writes.addFirst(writes.removeLast());
    }
    return writes;
  }

  private boolean needsNoWrite() {
    return around(List.of()).isEmpty();
  }

  private boolean isUnchanged(int page) {
    return tag.image().knowsPages(page, page)
        && tag.image().page(page).equals(target.pageOrZeros(page));
  }

  private Bytes finalLengthPage() {
    return target.pageOrZeros(lengthPage);
  }

  /** The length page with this content, but length zero. */
  private PageWrite emptied(Bytes content) {
    Bytes emptied = content.with(inPage(slot.lengthAddress()), Bytes.of(0));
    if (pageOf(slot.address()) == lengthPage) {
      emptied = emptied.with(inPage(slot.address()), Bytes.of(TlvType.NDEF_MESSAGE));
    }
    return new PageWrite(lengthPage, emptied);
  }

  /** The emptied length page with a terminator behind the length, where it lies in that page. */
  private PageWrite terminated(PageWrite emptied) {
    List<Integer> header = slot.usable(NdefSlot.SHORT_HEADER + 1);
    int behind = header.getLast();
    if (header.size() <= NdefSlot.SHORT_HEADER || pageOf(behind) != lengthPage) {
      return emptied;
    }
    return new PageWrite(
        lengthPage, emptied.data().with(inPage(behind), Bytes.of(TlvType.TERMINATOR)));
  }

  private static int pageOf(int address) {
    return address / MemoryImage.PAGE_BYTES;
  }

  private static int inPage(int address) {
    return address % MemoryImage.PAGE_BYTES;
  }
}
