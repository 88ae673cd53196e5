package tapwright.agent.encode.type2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.tag.Type2Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.RefusalCode;
import tapwright.core.tag.MirrorWindow;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagConfiguration;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.inspect.Openness;
import tapwright.core.tag.inspect.Showing;
import tapwright.core.tag.inspect.TagFindings;
import tapwright.core.tag.memory.MemoryImage;

/** Looks at a Type 2 tag and writes nothing. */
final class Type2Findings {

  /** Why nothing of a tag is seen that may be sound. */
  private static final Set<RefusalCode> HIDING =
      Set.of(
          ProtectionRefusal.READ_PROTECTED, EncodeRefusal.PASSWORD_WRONG, EncodeRefusal.PACK_WRONG);

  private final TagSession session;

  Type2Findings(TagSession session) {
    this.session = session;
  }

  /**
   * @param opened the tag, or why it does not let itself be read
   */
  TagFindings look(Checked<TagSnapshot> opened) {
    return switch (opened.then(tag -> session.readSettings()).then(this::readDataArea)) {
      case Checked.Passed<TagSnapshot>(TagSnapshot read) -> findings(Showing.in(read));
      case Checked.Refused<TagSnapshot>(Refusal why) -> findings(hiddenOrBroken(why));
    };
  }

  private Checked<TagSnapshot> readDataArea(TagSnapshot tag) {
    return tag.container().then(container -> readable(tag)).map(open -> session.readDataArea());
  }

  private Checked<TagSnapshot> readable(TagSnapshot tag) {
    int last = Type2Tag.lastDataPage(tag);
    return tag.configuration()
        .filter(TagConfiguration::isReadProtected)
        .filter(settings -> settings.passwordFrom() <= last && !session.isOpened())
        .map(
            settings ->
                Checked.<TagSnapshot>refused(
                    ProtectionRefusal.READ_PROTECTED.with(
                        "model", tag.identity().name(),
                        "wanted", "%02X-%02X".formatted(settings.passwordFrom(), last))))
        .orElseGet(() -> Checked.passed(tag));
  }

  private static Showing hiddenOrBroken(Refusal why) {
    return HIDING.contains(why.code()) ? new Showing.Hidden(why) : new Showing.Broken(why);
  }

  private TagFindings findings(Showing showing) {
    TagSnapshot read = session.known();
    return new TagFindings(
        session.uid(),
        read.identity().name(),
        Optional.empty(),
        session.originality(),
        showing,
        showing instanceof Showing.Hidden ? Openness.SECRET_HOLDER : Openness.of(read),
        new MirrorSetting(session).counterIfCounting(),
        Type2Words.of(read),
        stored(read),
        List.of());
  }

  /** The pages that were read, zeros where the chip lays its mirror over them. */
  private static Map<String, Bytes> stored(TagSnapshot read) {
    MemoryImage image = masked(read);
    Map<String, Bytes> pages = new LinkedHashMap<>();
    for (int page = 0; page <= 0xFF; page++) {
      if (image.knowsPages(page, page)) {
        pages.put("page %02X".formatted(page), image.page(page));
      }
    }
    return pages;
  }

  private static MemoryImage masked(TagSnapshot read) {
    MemoryImage image = read.image();
    MirrorWindow mirror =
        read.configuration().flatMap(TagConfiguration::mirror).orElse(MirrorWindow.NONE);
    int last = (mirror.end() - 1) / MemoryImage.PAGE_BYTES;
    if (mirror.equals(MirrorWindow.NONE) || !image.knowsPages(mirror.page(), last)) {
      return image;
    }
    int offset = mirror.address() - mirror.page() * MemoryImage.PAGE_BYTES;
    Bytes zeros = Bytes.zeros(mirror.content().characters());
    return image.with(mirror.page(), image.pages(mirror.page(), last).with(offset, zeros));
  }
}
