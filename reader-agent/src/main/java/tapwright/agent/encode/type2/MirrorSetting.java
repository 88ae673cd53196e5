package tapwright.agent.encode.type2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.PageWrite;

/**
 * Switches a chip's mirror of UID and read counter on and off.
 *
 * <p>On goes the counter before the mirror, and the mirror only from off: a torn configuration page
 * then has either no content or no page to mirror at, and mirrors nothing. Off goes the mirror only
 * after the tag shows no message.
 */
final class MirrorSetting {

  private final TagSession session;

  MirrorSetting(TagSession session) {
    this.session = session;
  }

  /** Whether the chip mirrors and counts just as it should. */
  boolean is(MirrorWindow window) {
    return session
        .known()
        .configuration()
        .filter(settings -> settings.isCounting())
        .flatMap(TagConfiguration::mirror)
        .filter(window::equals)
        .isPresent();
  }

  /** The tag, when nothing keeps the mirror from being set so. */
  Checked<TagSnapshot> check(MirrorWindow window) {
    TagConfiguration now = settings();
    List<PageWrite> writes = writes(now, wanted(now, window));
    if (!writes.isEmpty() && now.isLocked()) {
      return Checked.refused(
          ProtectionRefusal.CONFIGURATION_LOCKED.with("model", session.known().identity().name()));
    }
    Optional<Refusal> refusal = session.protectionAgainst(writes);
    return refusal.isPresent() ? Checked.refused(refusal.get()) : Checked.passed(session.known());
  }

  /** Has the chip mirror there and count; gives the tag as it is then. */
  Checked<TagSnapshot> start(MirrorWindow window) {
    TagConfiguration now = settings();
    return change(now, wanted(now, window));
  }

  /** Whether the chip mirrors anything, as far as its settings were read. */
  boolean isOn() {
    return session.known().configuration().flatMap(TagConfiguration::mirror).isPresent();
  }

  /** Switches the mirror off; gives the tag with its true content read. */
  Checked<TagSnapshot> stop() {
    TagSnapshot tag = session.known();
    if (settings().isLocked()) {
      return Checked.refused(
          ProtectionRefusal.CONFIGURATION_LOCKED.with("model", tag.identity().name()));
    }
    List<PageWrite> writes = new ArrayList<>();
    tag.emptying().ifPresent(writes::add);
    writes.add(new PageWrite(page(), settings().withoutMirror().cfg0()));
    return session.writeAll(writes).map(done -> session.readDataAreaAgain());
  }

  /** The read counter behind the station's own reads; null where the chip does not tell it. */
  @Nullable Integer counter() {
    try {
      return session.readCounter();
    } catch (ReaderFault.TagNak keptBehindPassword) {
      return null;
    }
  }

  /** The same; empty also where the chip does not count, or its reader cannot ask. */
  Optional<Integer> counterIfCounting() {
    boolean counting =
        session.passesNativeCommands()
            && session.known().configuration().filter(TagConfiguration::isCounting).isPresent();
    return counting ? Optional.ofNullable(counter()) : Optional.empty();
  }

  private TagConfiguration settings() {
    return session.known().configuration().orElseThrow();
  }

  private int page() {
    return session.known().identity().knownModel().map(TagModel::configurationPage).orElseThrow();
  }

  private static TagConfiguration wanted(TagConfiguration now, MirrorWindow window) {
    return now.withCounter().withMirror(window);
  }

  private List<PageWrite> writes(TagConfiguration now, TagConfiguration wanted) {
    List<PageWrite> writes = new ArrayList<>();
    if (!wanted.cfg1().equals(now.cfg1())) {
      writes.add(new PageWrite(page() + 1, wanted.cfg1()));
    }
    if (!wanted.cfg0().equals(now.cfg0())) {
      if (!now.withoutMirror().cfg0().equals(now.cfg0())) {
        writes.add(new PageWrite(page(), now.withoutMirror().cfg0()));
      }
      writes.add(new PageWrite(page(), wanted.cfg0()));
    }
    return writes;
  }

  private Checked<TagSnapshot> change(TagConfiguration now, TagConfiguration wanted) {
    return session
        .writeAll(writes(now, wanted))
        .then(
            done -> {
              TagSnapshot read = session.readAgain(page(), page() + 1);
              return settings().equals(wanted)
                  ? Checked.passed(read)
                  : Checked.refused(session.readsDifferently(page(), page() + 1));
            });
  }
}
