package tapwright.core.tag.inspect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.Protection;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefSlot;

/** The pages of a Type 2 tag that can be tried out while its message has length zero. */
public final class TestArea {

  private TestArea() {}

  /**
   * The data pages behind the one with the message's length that hold nothing but data: not locked,
   * not under a mirror, not kept from data by a control TLV. A tag without a message TLV has no
   * place that is safe to try.
   *
   * @param tag with data area and settings read
   */
  public static Checked<List<Integer>> of(TagSnapshot tag) {
    return tag.reading().then(reading -> of(reading, tag));
  }

  private static Checked<List<Integer>> of(TlvReading reading, TagSnapshot tag) {
    return switch (reading) {
      case TlvReading.Found(NdefSlot slot, Bytes message) -> Checked.passed(pages(slot, tag));
      case TlvReading.Absent absent -> Checked.refused(TagRefusal.NO_MESSAGE.with());
      case TlvReading.Malformed(NdefSlot slot, Refusal why) -> Checked.refused(why);
      case TlvReading.Unread unread ->
          throw new IllegalArgumentException(unread + " of the data area were not read");
    };
  }

  private static List<Integer> pages(NdefSlot slot, TagSnapshot tag) {
    TreeSet<Integer> pages = new TreeSet<>();
    int behind = pageOf(slot.lengthAddress()) + 1;
    for (int page = behind; page < pageOf(slot.end()); page++) {
      pages.add(page);
    }
    pages.removeAll(Protection.of(tag).locked());
    slot.reserved().stream().map(TestArea::pageOf).forEach(pages::remove);
    tag.configuration().flatMap(TagConfiguration::mirror).ifPresent(it -> uncover(it, pages));
    return List.copyOf(pages);
  }

  private static void uncover(MirrorWindow mirror, Set<Integer> pages) {
    for (int address = mirror.address(); address < mirror.end(); address++) {
      pages.remove(pageOf(address));
    }
  }

  private static int pageOf(int address) {
    return address / MemoryImage.PAGE_BYTES;
  }
}
