package tapwright.core.tag;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tapwright.core.Refusal;
import tapwright.core.tag.memory.MemoryImage;

/**
 * Which pages of a tag are locked or ask for a password, as far as it was read.
 *
 * <p>The bits are those of {@link StaticLock} and {@link DynamicLock}.
 *
 * @param modelName for messages
 * @param locked pages that never change again
 * @param passwordFrom the first page that asks for a password (a key, on Ultralight C); {@link
 *     #NO_PASSWORD} where none does
 */
public record Protection(String modelName, List<Integer> locked, int passwordFrom) {

  /** AUTH0 of FFh: behind the last page of every chip. */
  public static final int NO_PASSWORD = 0xFF;

  public Protection {
    locked = List.copyOf(locked);
  }

  public static Protection of(TagSnapshot snapshot) {
    MemoryImage image = snapshot.image();
    TreeSet<Integer> locked = new TreeSet<>(StaticLock.in(image).lockedPages());
    snapshot.identity().knownModel().ifPresent(m -> locked.addAll(dynamicallyLocked(m, image)));
    return new Protection(snapshot.identity().name(), List.copyOf(locked), secretFrom(snapshot));
  }

  /** Why these pages cannot all be written; empty when nothing is known against it. */
  Optional<Refusal> refusalOf(List<Integer> pages) {
    if (pages.stream().anyMatch(locked::contains)) {
      return Optional.of(
          ProtectionRefusal.PAGES_LOCKED.with(
              "seen", range(locked), "model", modelName, "wanted", range(pages)));
    }
    return passwordRefusalOf(pages);
  }

  /** Why these pages cannot all be written without a password, whether they are locked or not. */
  public Optional<Refusal> passwordRefusalOf(List<Integer> pages) {
    return pages.stream().anyMatch(page -> page >= passwordFrom)
        ? Optional.of(
            ProtectionRefusal.PASSWORD_PROTECTED.with(
                "model", modelName, "seen", hex(passwordFrom), "wanted", range(pages)))
        : Optional.empty();
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

  private static List<Integer> dynamicallyLocked(TagModel model, MemoryImage image) {
    return model
        .dynamicLock()
        .filter(lock -> image.knowsPages(lock.page(), lock.page()))
        .map(lock -> lock.lockedPages(image.page(lock.page())))
        .orElse(List.of());
  }

  private static int secretFrom(TagSnapshot snapshot) {
    return switch (snapshot.identity().knownModel().map(TagModel::family).orElse(ChipFamily.NTAG)) {
      case NTAG, ULTRALIGHT_EV1 ->
          snapshot.configuration().map(TagConfiguration::passwordFrom).orElse(NO_PASSWORD);
      case ULTRALIGHT_C -> UltralightCSettings.keyFrom(snapshot.image());
    };
  }
}
