package tapwright.core.tag.write;

import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefSlot;
import tapwright.core.tag.memory.PageWrite;

/**
 * The page writes that bring a tag from what is known of it to a message, safe to be torn anywhere.
 *
 * <p>The bytes of a message are only ever written while the tag shows none: the container of a
 * blank Ultralight first, length zero where a message is there, data, and last the page with the
 * length. Pages that hold what they should are left out.
 *
 * <p>The order before and at the length page depends on what torn mixes of it would show; the
 * shortest order of which {@link TearAnalysis} finds every state harmless is taken. On a blank
 * NTAG215 that is one write of the whole length page: a torn one keeps the terminator FE in the
 * place of the first record's header, which no reader takes.
 *
 * @param writes in this order
 * @param slot where the message lies
 * @param message what the tag holds afterwards
 */
public record WritePlan(List<PageWrite> writes, NdefSlot slot, Bytes message) {

  public WritePlan {
    writes = List.copyOf(writes);
  }

  /** The plan for this message on this tag. */
  public static Checked<WritePlan> of(TagSnapshot tag, Bytes message) {
    return placeFor(tag, message).then(slot -> new PlanSearch(tag, slot, message).shortestSafe());
  }

  /** Where the message would go, when the tag is writable and has room for it. */
  public static Checked<NdefSlot> placeFor(TagSnapshot tag, Bytes message) {
    return tag.container().then(WritePlan::writable).then(container -> slotFor(tag, message));
  }

  /** Where the message is or would be when it has room there, whether it may be written or not. */
  public static Checked<NdefSlot> slotFor(TagSnapshot tag, Bytes message) {
    return tag.reading()
        .then(WritePlan::slotIn)
        .then(slot -> Capacity.check(tag.identity(), slot, message));
  }

  /** How many pages a blank tag of this kind has to have written for the message. */
  public static Checked<Integer> pagesOf(TagSnapshot tag, Bytes message) {
    boolean shipsWithoutContainer =
        tag.identity().knownModel().filter(TagModel::shipsWithoutContainer).isPresent();
    return slotFor(tag, message)
        .map(slot -> new WritePlan(List.of(), slot, message))
        .map(plan -> plan.lastPage() - plan.firstPage() + 1 + (shipsWithoutContainer ? 1 : 0));
  }

  /** The pages that hold the message's TLV, the first of them. */
  public int firstPage() {
    return slot.address() / MemoryImage.PAGE_BYTES;
  }

  /** The last page of the message's TLV, terminator included. */
  public int lastPage() {
    return addresses().getLast() / MemoryImage.PAGE_BYTES;
  }

  /** Whether the image holds the whole TLV of the message. */
  public boolean isDoneIn(MemoryImage image) {
    return image.knowsPages(firstPage(), lastPage()) && image.bytesAt(addresses()).equals(tlv());
  }

  private Bytes tlv() {
    return slot.tlv(message);
  }

  private List<Integer> addresses() {
    return slot.addresses(tlv().size());
  }

  private static Checked<CapabilityContainer> writable(CapabilityContainer container) {
    return container.isWritable()
        ? Checked.passed(container)
        : Checked.refused(TagRefusal.READ_ONLY.with("seen", "%02X".formatted(container.access())));
  }

  private static Checked<NdefSlot> slotIn(TlvReading reading) {
    return switch (reading) {
      case TlvReading.Found(NdefSlot slot, Bytes old) -> Checked.passed(slot);
      case TlvReading.Absent(NdefSlot slot) -> Checked.passed(slot);
      case TlvReading.Malformed malformed -> Checked.passed(malformed.slot());
      case TlvReading.Unread(int first, int last) ->
          throw new IllegalArgumentException("pages " + first + " to " + last + " were not read");
    };
  }
}
