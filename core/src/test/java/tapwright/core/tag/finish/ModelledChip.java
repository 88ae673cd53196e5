package tapwright.core.tag.finish;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tapwright.core.Bytes;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.Protection;
import tapwright.core.tag.StaticLock;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagIdentity;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;

/**
 * A chip reduced to what plans of locking and protecting rely on; its tears are coarser than a real
 * chip's, which writes lock bytes and container whole.
 */
final class ModelledChip {

  private final TagModel model;
  private MemoryImage stored;
  private boolean frozen;
  private boolean authenticated;

  private ModelledChip(TagModel model, MemoryImage stored) {
    this.model = model;
    this.stored = stored;
    powerUp();
  }

  static ModelledChip holding(TagSnapshot tag) {
    return new ModelledChip(tag.certainModel().orElseThrow(), tag.image());
  }

  ModelledChip copy() {
    return new ModelledChip(model, stored);
  }

  void powerUp() {
    authenticated = false;
    frozen = settings().filter(TagConfiguration::isLocked).isPresent();
  }

  /** What a reader sees, which knows the password: secrets read as zeros. */
  TagSnapshot seen() {
    int secrets = model.lastSettingsPage() + 1;
    Bytes hidden = Bytes.zeros((model.pageCount() - secrets) * MemoryImage.PAGE_BYTES);
    return new TagSnapshot(new TagIdentity.ByVersion(model), stored.with(secrets, hidden));
  }

  boolean takes(TagPassword secret) {
    return stored.page(secretPage()).equals(secret.password())
        && stored.page(secretPage() + 1).slice(0, 2).equals(secret.pack());
  }

  /** Does the step, with those bytes of a written page whose bit is set in the mix. */
  void take(FinishStep step, int mix) {
    switch (step) {
      case FinishStep.Authenticate(TagPassword secret) -> {
        if (!takes(secret)) {
          throw new AssertionError("the chip was given a password that is not its own");
        }
        authenticated = true;
      }
      case FinishStep.Write(PageWrite write, String words) -> write(write, mix);
    }
  }

  private void write(PageWrite write, int mix) {
    int page = write.page();
    if (isRefused(page)) {
      throw new AssertionError("page %02X cannot be written now".formatted(page));
    }
    Bytes merged = merged(page, write.data());
    Bytes content = stored.page(page);
    for (int i = 0; i < MemoryImage.PAGE_BYTES; i++) {
      content = (mix >> i & 1) != 0 ? content.with(i, merged.slice(i, i + 1)) : content;
    }
    stored = stored.with(page, content);
  }

  private boolean isRefused(int page) {
    boolean configuration =
        page == model.configurationPage() || page == model.configurationPage() + 1;
    boolean closed = page >= Protection.of(seen()).passwordFrom() && !authenticated;
    return lockedPages().contains(page)
        || closed
        || (configuration && frozen && model.hasConfigurationPages());
  }

  private Set<Integer> lockedPages() {
    return new HashSet<>(Protection.of(seen()).locked());
  }

  private Bytes merged(int page, Bytes written) {
    Bytes old = stored.page(page);
    if (page == StaticLock.PAGE) {
      return old.slice(0, 2).plus(or(old, written).sliceFrom(2));
    }
    boolean gathers =
        page == CapabilityContainer.PAGE || model.dynamicLockPage().equals(Optional.of(page));
    return gathers ? or(old, written) : written;
  }

  private static Bytes or(Bytes old, Bytes written) {
    int[] sum = new int[old.size()];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = old.at(i) | written.at(i);
    }
    return Bytes.of(sum);
  }

  private int secretPage() {
    return model.configurationPage() + 2;
  }

  private Optional<TagConfiguration> settings() {
    return seen().configuration();
  }

  /** Every step of the plan, whole. */
  void takeAll(List<FinishStep> steps) {
    steps.forEach(step -> take(step, 0b1111));
  }
}
