package tapwright.core.tag.finish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Refusal;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.DynamicLock;
import tapwright.core.tag.Protection;
import tapwright.core.tag.StaticLock;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;

/** The steps that set a tag's container and lock bits, as far as they are not set. */
final class LockSteps {

  /** Low nibble of the container's access byte: writing is allowed to nobody. */
  private static final int NO_WRITE_ACCESS = 0x0F;

  private final MemoryImage image;
  private final TagModel model;
  private final StaticLock staticLock;

  LockSteps(TagSnapshot tag) {
    this.image = tag.image();
    this.model = tag.certainModel().orElseThrow();
    this.staticLock = StaticLock.in(image);
  }

  /** Why the tag can never be locked whole. */
  Optional<Refusal> refusal() {
    List<Integer> open = new ArrayList<>(staticLock.pagesFrozenOpen());
    model.dynamicLock().ifPresent(it -> open.addAll(it.pagesFrozenOpen(image.page(it.page()))));
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FinishRefusal.LOCK_FROZEN.with("model", model.label(), "seen", Protection.range(open)));
  }

  /** A container whose page is locked already stays as it is. */
  List<FinishStep> container() {
    Bytes page = image.page(CapabilityContainer.PAGE);
    boolean done = (page.at(3) & NO_WRITE_ACCESS) == NO_WRITE_ACCESS;
    if (done || staticLock.lockedPages().contains(CapabilityContainer.PAGE)) {
      return List.of();
    }
    Bytes readOnly = page.with(3, Bytes.of(page.at(3) | NO_WRITE_ACCESS));
    return List.of(
        write(CapabilityContainer.PAGE, readOnly, "the tag says of itself that it is read-only"));
  }

  List<FinishStep> lockBits() {
    List<FinishStep> steps = new ArrayList<>();
    if (!staticLock.isLocked()) {
      steps.add(write(StaticLock.PAGE, StaticLock.LOCKED, "pages 03 to 0F are locked"));
    }
    model.dynamicLock().filter(lock -> !isLocked(lock)).map(this::dynamic).ifPresent(steps::add);
    return steps;
  }

  private boolean isLocked(DynamicLock lock) {
    return lock.isLocked(image.page(lock.page()));
  }

  private FinishStep dynamic(DynamicLock lock) {
    List<Integer> pages = lock.bits().stream().flatMap(bit -> bit.pages().stream()).toList();
    String words = "pages " + Protection.range(pages) + " are locked";
    return write(lock.page(), lock.locked(), words);
  }

  private static FinishStep write(int page, Bytes data, String words) {
    return new FinishStep.Write(new PageWrite(page, data), words + FinishStep.FOR_EVER);
  }
}
