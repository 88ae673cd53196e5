package tapwright.core.tag.write;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefSlot;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.memory.TlvType;

/**
 * The writes that leave a tag without message and without data, in an order that is safe to tear:
 * the length goes to zero first, then the data, the first pages last.
 *
 * @param writes the pages in their order
 * @param target what the tag's memory is then, as far as it is known
 */
public record ErasePlan(List<PageWrite> writes, MemoryImage target) {

  /** An NDEF message TLV of length zero and the terminator, as NTAG21x come from the factory. */
  private static final Bytes EMPTY = Bytes.of(TlvType.NDEF_MESSAGE, 0, TlvType.TERMINATOR);

  public ErasePlan {
    writes = List.copyOf(writes);
  }

  /** The plan for a tag whose data area was read. */
  public static Checked<ErasePlan> of(TagSnapshot tag) {
    if (tag.lacksContainer()) {
      Bytes seen = tag.image().page(CapabilityContainer.PAGE);
      return Checked.refused(TagRefusal.CONTAINER_INVALID.with("seen", seen));
    }
    return WritePlan.placeFor(tag, Bytes.EMPTY).then(slot -> of(tag, slot));
  }

  /** Whether the image has nothing left to erase. */
  public boolean isDoneIn(MemoryImage image) {
    return writes.stream()
        .map(PageWrite::page)
        .allMatch(page -> image.page(page).equals(target.page(page)));
  }

  private static Checked<ErasePlan> of(TagSnapshot tag, NdefSlot slot) {
    List<Integer> addresses = slot.usable(Integer.MAX_VALUE);
    MemoryImage target =
        tag.image().withBytes(addresses, EMPTY.padTo(addresses.size()).slice(0, addresses.size()));
    List<PageWrite> writes = new ArrayList<>();
    tag.emptying().ifPresent(writes::add);
    pagesBackwards(addresses).stream()
        .filter(page -> !tag.image().page(page).equals(target.page(page)))
        .forEach(page -> writes.add(new PageWrite(page, target.page(page))));
    return TearAnalysis.isSafe(tag.image(), writes, Bytes.EMPTY)
        ? Checked.passed(new ErasePlan(writes, target))
        : unsafe(tag);
  }

  private static Checked<ErasePlan> unsafe(TagSnapshot tag) {
    Refusal refusal = TagRefusal.NO_SAFE_ORDER.with("model", tag.identity().name());
    return Checked.refused(refusal);
  }

  private static List<Integer> pagesBackwards(List<Integer> addresses) {
    return addresses.stream()
        .map(address -> address / MemoryImage.PAGE_BYTES)
        .distinct()
        .toList()
        .reversed();
  }
}
