package tapwright.core.tag;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tapwright.core.Bytes;
import tapwright.core.Refusal;

/**
 * Which pages of a tag are locked or ask for a password, as far as it was read.
 *
 * <p>Static lock bits are bytes 2 and 3 of page 02 (data sheet NTAG213/215/216, section 8.5.2):
 *
 * <pre>
 * byte 2  bits 7-4 pages 07-04, bit 3 page 03, bits 2-0 block the locking
 * byte 3  bits 7-0 pages 0F-08
 * </pre>
 *
 * Dynamic lock bits lock equal runs of pages from 10h on (section 8.5.3).
 *
 * @param modelName for messages
 * @param locked pages that never change again
 * @param passwordFrom the first page that asks for a password; {@link #NO_PASSWORD} where none does
 */
public record Protection(String modelName, List<Integer> locked, int passwordFrom) {

  /** AUTH0 of FFh: behind the last page of every chip. */
  public static final int NO_PASSWORD = 0xFF;

  private static final int STATIC_LOCK_PAGE = 2;
  private static final int FIRST_DYNAMIC_PAGE = 0x10;

  public Protection {
    locked = List.copyOf(locked);
  }

  public static Protection of(TagSnapshot snapshot) {
    TreeSet<Integer> locked = new TreeSet<>(staticallyLocked(snapshot.image()));
    snapshot.identity().knownModel().ifPresent(m -> locked.addAll(dynamicallyLocked(m, snapshot)));
    int passwordFrom =
        snapshot.configuration().map(TagConfiguration::passwordFrom).orElse(NO_PASSWORD);
    return new Protection(snapshot.identity().name(), List.copyOf(locked), passwordFrom);
  }

  /** Why these pages cannot all be written; empty when nothing is known against it. */
  Optional<Refusal> refusalOf(List<Integer> pages) {
    if (pages.stream().anyMatch(locked::contains)) {
      return Optional.of(
          ProtectionRefusal.PAGES_LOCKED.with(
              "seen", range(locked), "model", modelName, "wanted", range(pages)));
    }
    if (pages.stream().anyMatch(page -> page >= passwordFrom)) {
      return Optional.of(
          ProtectionRefusal.PASSWORD_PROTECTED.with(
              "model", modelName, "seen", hex(passwordFrom), "wanted", range(pages)));
    }
    return Optional.empty();
  }

  /** The pages as two hex digits each, runs of them with a hyphen. */
  public static String range(List<Integer> pages) {
    TreeSet<Integer> sorted = new TreeSet<>(pages);
    return sorted.stream()
        .filter(page -> !sorted.contains(page - 1))
        .map(first -> run(first, sorted))
        .collect(Collectors.joining(", "));
  }

  private static String run(int first, TreeSet<Integer> pages) {
    int last = first;
    while (pages.contains(last + 1)) {
      last++;
    }
    return last == first ? hex(first) : hex(first) + "-" + hex(last);
  }

  private static String hex(int page) {
    return "%02X".formatted(page);
  }

  private static TreeSet<Integer> staticallyLocked(MemoryImage image) {
    Bytes lock = image.page(STATIC_LOCK_PAGE).sliceFrom(2);
    TreeSet<Integer> locked = new TreeSet<>();
    for (int page = CapabilityContainer.PAGE; page < FIRST_DYNAMIC_PAGE; page++) {
      int bit = page < 8 ? lock.at(0) >> page : lock.at(1) >> (page - 8);
      if ((bit & 1) != 0) {
        locked.add(page);
      }
    }
    return locked;
  }

  private static TreeSet<Integer> dynamicallyLocked(TagModel model, TagSnapshot snapshot) {
    TreeSet<Integer> locked = new TreeSet<>();
    int lockPage = model.dynamicLockPage().orElse(0);
    if (lockPage == 0 || !snapshot.image().knowsPages(lockPage, lockPage)) {
      return locked;
    }
    Bytes lock = snapshot.image().page(lockPage);
    for (int page = FIRST_DYNAMIC_PAGE; page <= model.lastUserPage(); page++) {
      int bit = (page - FIRST_DYNAMIC_PAGE) / model.pagesPerLockBit();
      if (((lock.at(bit / 8) >> (bit % 8)) & 1) != 0) {
        locked.add(page);
      }
    }
    return locked;
  }
}
