package tapwright.core.tag.write;

import java.util.ArrayList;
import java.util.List;
import tapwright.core.Bytes;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;

/**
 * What a tag could show if it were torn from the field during any write of a sequence.
 *
 * <p>A page torn while it is written may hold any mix of its old and its new bytes: all 16 are
 * tried. Safe is what shows nothing, what was shown before, or the complete new message.
 */
final class TearAnalysis {

  /** Each of the 4 bytes old or new. */
  private static final int MIXES = 1 << MemoryImage.PAGE_BYTES;

  private final Glance before;
  private final Glance wanted;

  private TearAnalysis(Glance before, Glance wanted) {
    this.before = before;
    this.wanted = wanted;
  }

  static boolean isSafe(MemoryImage start, List<PageWrite> writes, Bytes message) {
    Glance before = Glance.at(start);
    if (before instanceof Glance.Unclear) {
      return false;
    }
    TearAnalysis analysis = new TearAnalysis(before, new Glance.Shows(message));
    MemoryImage image = start;
    for (PageWrite write : writes) {
      if (!isBehindEmptyMessage(image, write) && !analysis.isHarmless(image, write)) {
        return false;
      }
      image = image.with(write.page(), write.data());
    }
    return true;
  }

  /** Behind an empty message nothing is looked at, so that no mix there changes what is shown. */
  private static boolean isBehindEmptyMessage(MemoryImage image, PageWrite write) {
    int lengthPage =
        Glance.emptySlot(image)
            .map(slot -> slot.lengthAddress() / MemoryImage.PAGE_BYTES)
            .orElse(Integer.MAX_VALUE);
    return write.page() > lengthPage;
  }

  private boolean isHarmless(MemoryImage image, PageWrite write) {
    for (int mix = 1; mix < MIXES; mix++) {
      if (!isHarmless(Glance.at(mixed(image, write, mix)))) {
        return false;
      }
    }
    return true;
  }

  private boolean isHarmless(Glance torn) {
    return torn instanceof Glance.Nothing || torn.equals(before) || torn.equals(wanted);
  }

  /** The image with those bytes of the page new whose bit is set in the mix. */
  private static MemoryImage mixed(MemoryImage image, PageWrite write, int mix) {
    List<Integer> addresses = new ArrayList<>();
    Bytes values = Bytes.EMPTY;
    for (int i = 0; i < MemoryImage.PAGE_BYTES; i++) {
      if ((mix & (1 << i)) != 0) {
        addresses.add(write.page() * MemoryImage.PAGE_BYTES + i);
        values = values.plus(write.data().slice(i, i + 1));
      }
    }
    return image.withBytes(addresses, values);
  }
}
