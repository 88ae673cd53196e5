package tapwright.agent.tag;

import java.util.Optional;
import java.util.function.Function;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.TagChannel;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.ChipFamily;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagIdentity;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.TlvReading;
import tapwright.core.tag.Uid;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.originality.Originality;

/**
 * A Type 2 tag in the field: identified, read and written page by page.
 *
 * <p>Commands: NTAG213/215/216 data sheet, section 10. No page outside of the chip is ever asked
 * for: the tag's NAK halts it, and some readers do not recover from that.
 */
public final class Type2Tag {

  private static final Bytes GET_VERSION = Bytes.of(0x60);

  /** READ of pages 00 to 03, which every Type 2 tag has. */
  private static final Bytes READ_FROM_0 = Bytes.of(0x30, 0x00);

  /** READ answers with four pages. */
  private static final int READ_BYTES = 16;

  private static final int COUNTER_BYTES = 3;

  /** READ_CNT of the NFC counter, which is number 2. */
  private static final Bytes READ_CNT = Bytes.of(0x39, 0x02);

  /** PWD_AUTH, followed by PWD. */
  private static final Bytes PWD_AUTH = Bytes.of(0x1B);

  /** READ_SIG, followed by a reserved byte (section 10.8). */
  private static final Bytes READ_SIG = Bytes.of(0x3C, 0x00);

  /** UID, locks, container and the start of the data area: what one first look needs. */
  private static final int FIRST_LOOK_LAST_PAGE = 6;

  /** The same through 16-byte reads. */
  private static final int FIRST_LOOK_LAST_PAGE_BY_FOUR = 7;

  private final TagChannel channel;

  public Type2Tag(TagChannel channel) {
    this.channel = channel;
  }

  /** Finds out which chip it is, as certainly as the reader allows, and reads its first pages. */
  public Identification identify() {
    return channel.passesNativeCommands() ? identifyByVersion() : identifyByContainer();
  }

  /** The snapshot with its message read too, and the pages up to {@code lastPage} in one go. */
  public Checked<TagSnapshot> withMessage(TagSnapshot tag, int lastPage) {
    TagSnapshot known = tag;
    Checked<TlvReading> reading = known.reading();
    while (reading instanceof Checked.Passed<TlvReading>(TlvReading.Unread(int from, int to))) {
      int last = Math.max(to, Math.min(lastPage, lastDataPage(known)));
      try {
        known = readAgain(known, firstUnknown(known, from), last);
      } catch (ReaderFault.TagNak e) {
        return readProtected(known.identity().name(), from, last);
      }
      reading = known.reading();
    }
    TagSnapshot complete = known;
    return reading.map(read -> complete);
  }

  /** The snapshot with the data area up to the page, where it is not known yet. */
  public TagSnapshot withData(TagSnapshot tag, int lastPage) {
    int first = firstUnknown(tag, TagModel.FIRST_USER_PAGE);
    int last = Math.min(lastPage, lastDataPage(tag));
    return first > last ? tag : readAgain(tag, first, last);
  }

  private static int firstUnknown(TagSnapshot tag, int from) {
    int first = from;
    while (tag.image().knowsPages(first, first)) {
      first++;
    }
    return first;
  }

  /** The snapshot with lock and configuration pages; unchanged where the model is not known. */
  public Checked<TagSnapshot> withSettings(TagSnapshot tag) {
    if (tag.identity().knownModel().isEmpty() || tag.knowsSettings()) {
      return Checked.passed(tag);
    }
    TagModel model = tag.identity().knownModel().orElseThrow();
    int first = model.lastUserPage() + 1;
    int last = model.lastSettingsPage();
    try {
      return Checked.passed(readAgain(tag, first, last));
    } catch (ReaderFault.TagNak e) {
      return readProtected(model.label(), first, last);
    }
  }

  /** The snapshot with these pages as they read now. */
  public TagSnapshot readAgain(TagSnapshot tag, int first, int last) {
    return tag.with(first, pages(tag, first, last));
  }

  private Bytes pages(TagSnapshot tag, int first, int last) {
    boolean slow = channel.passesNativeCommands() && !hasFastRead(tag.identity());
    return slow ? new FourPageRead(channel).pages(first, last) : channel.read(first, last);
  }

  private static boolean hasFastRead(TagIdentity identity) {
    return switch (identity) {
      case TagIdentity.ByVersion(TagModel model) -> model != TagModel.ULTRALIGHT_C;
      case TagIdentity.Foreign foreign -> false;
      case TagIdentity.ByContainer byContainer -> true;
      case TagIdentity.Ambiguous ambiguous -> true;
    };
  }

  /** Writes the page, or fails with the answer unknown or refused. */
  public void write(PageWrite write) {
    channel.write(write.page(), write.data());
  }

  /**
   * The NFC counter (NTAG21x with the counter enabled).
   *
   * <p>Least significant byte first, as two independent emulations have it; the data sheet does not
   * say, and firmware-notes keeps that open.
   */
  public int readCounter() {
    Bytes counter = exchange(READ_CNT, COUNTER_BYTES, "its counter was read");
    return counter.at(0) | (counter.at(1) << 8) | (counter.at(2) << 16);
  }

  /**
   * Gives the tag a password (PWD_AUTH, section 10.7); its answer is PACK.
   *
   * <p>Wrong ones are counted where AUTHLIM is set, until the chip takes none any more.
   *
   * @throws ReaderFault.TagNak when it is another than the tag's
   */
  public Bytes authenticate(TagPassword password) {
    return channel.exchange(PWD_AUTH.plus(password.password()), "a password");
  }

  /**
   * What the chip's signature over its UID says; asked for where the chip is known to have one.
   *
   * <p>A chip that refuses forgets the password that it was given.
   */
  public Originality originality(TagSnapshot tag) {
    boolean asks =
        channel.passesNativeCommands()
            && tag.identity().knownModel().map(TagModel::family).stream()
                .anyMatch(family -> family != ChipFamily.ULTRALIGHT_C);
    return asks
        ? Originality.of(TagSnapshot.uncheckedUidIn(tag.image()), signature())
        : Originality.NOT_ASKED;
  }

  private Bytes signature() {
    try {
      return channel.exchange(READ_SIG, "its signature was read");
    } catch (ReaderFault.TagNak e) {
      return Bytes.EMPTY;
    }
  }

  private Identification identifyByVersion() {
    return switch (version()) {
      case Checked.Passed<Bytes>(Bytes version) ->
          switch (TagModel.ofVersion(version)) {
            case Checked.Passed<TagModel>(TagModel known) -> firstLook(known);
            case Checked.Refused<TagModel>(Refusal refusal) -> foreign(head(), refusal);
          };
      case Checked.Refused<Bytes>(Refusal refusal) -> withoutVersion(head(), refusal);
    };
  }

  /** A chip that is not taken; where it says how much it holds, that can be read all the same. */
  private Identification foreign(MemoryImage head, Refusal refusal) {
    boolean tells =
        CapabilityContainer.of(head.page(CapabilityContainer.PAGE))
            instanceof Checked.Passed<CapabilityContainer>;
    return new Identification(
        TagSnapshot.uncheckedUidIn(head),
        Checked.refused(refusal),
        tells ? Optional.of(look(head)) : Optional.empty(),
        Optional.empty());
  }

  private TagSnapshot look(MemoryImage head) {
    return new TagSnapshot(new TagIdentity.Foreign(), withNextPages(head));
  }

  private MemoryImage withNextPages(MemoryImage head) {
    Bytes next =
        new FourPageRead(channel).pages(TagModel.FIRST_USER_PAGE, FIRST_LOOK_LAST_PAGE_BY_FOUR);
    return head.with(TagModel.FIRST_USER_PAGE, next);
  }

  private Checked<Bytes> version() {
    try {
      return Checked.passed(channel.exchange(GET_VERSION, "its version was asked for"));
    } catch (ReaderFault.TagNak e) {
      return Checked.refused(TagRefusal.VERSION_MISSING.with("allowed", TagModel.knownVersions()));
    }
  }

  /** Of the chips that refuse GET_VERSION, Ultralight C is the one that is taken. */
  private Identification withoutVersion(MemoryImage head, Refusal refusal) {
    if (!new UltralightCProbe(channel).recognises(head)) {
      return foreign(head, refusal);
    }
    TagIdentity identity = new TagIdentity.ByVersion(TagModel.ULTRALIGHT_C);
    return identification(head, image -> snapshot(identity, withNextPages(image)));
  }

  /**
   * Reads the whole chip where that takes no more exchanges than its beginning does; its beginning
   * alone where it hides what comes behind.
   */
  private Identification firstLook(TagModel model) {
    boolean whole = model.pageCount() <= channel.pagesPerRead();
    Optional<Identification> seen = whole ? look(model, model.pageCount() - 1) : Optional.empty();
    return seen.or(() -> look(model, FIRST_LOOK_LAST_PAGE))
        .orElseGet(() -> readProtected(model, visibleHead(model)));
  }

  private Optional<Identification> look(TagModel model, int last) {
    try {
      MemoryImage image = MemoryImage.UNKNOWN.with(0, channel.read(0, last));
      TagIdentity identity = new TagIdentity.ByVersion(model);
      return Optional.of(identification(image, known -> snapshot(identity, known)));
    } catch (ReaderFault.TagNak e) {
      return Optional.empty();
    }
  }

  /**
   * The UID's pages of a tag that hides others.
   *
   * <p>READ rolls over to page 00 where the next page asks for the password (NTAG213 data sheet,
   * section 10.2), so that page 00 stands in the place of a page 01 that is hidden.
   *
   * @throws ReaderFault.UidHidden when it hides these too
   */
  private MemoryImage visibleHead(TagModel model) {
    try {
      MemoryImage head = head();
      if (!head.page(1).equals(head.page(0))) {
        return head;
      }
    } catch (ReaderFault.TagNak hidesAll) {
      throw new ReaderFault.UidHidden(model.label());
    }
    throw new ReaderFault.UidHidden(model.label());
  }

  /**
   * A tag that hides pages of the first look. Where it hides page 02 too, READ shows page 00 again
   * in its place, so that the UID's check bytes cannot be told from others.
   */
  private static Identification readProtected(TagModel model, MemoryImage head) {
    return new Identification(
        TagSnapshot.uncheckedUidIn(head),
        readProtected(model.label(), TagModel.FIRST_USER_PAGE, FIRST_LOOK_LAST_PAGE),
        Optional.empty(),
        Optional.of(model));
  }

  private Identification identifyByContainer() {
    MemoryImage image = MemoryImage.UNKNOWN.with(0, channel.read(0, FIRST_LOOK_LAST_PAGE_BY_FOUR));
    return identification(
        image,
        known ->
            CapabilityContainer.of(known.page(CapabilityContainer.PAGE))
                .then(TagIdentity::ofContainer)
                .then(identity -> snapshot(identity, known)));
  }

  private MemoryImage head() {
    return MemoryImage.UNKNOWN.with(0, exchange(READ_FROM_0, READ_BYTES, "its UID was read"));
  }

  /** The tag's answer, when it is as long as the command's answers are. */
  private Bytes exchange(Bytes command, int size, String doing) {
    Bytes answer = channel.exchange(command, doing);
    if (answer.size() != size) {
      throw new ReaderFault.AnswerUnknown(doing, answer.size() + " bytes");
    }
    return answer;
  }

  private static Identification identification(
      MemoryImage image, Function<MemoryImage, Checked<TagSnapshot>> tag) {
    return switch (TagSnapshot.uidIn(image)) {
      case Checked.Passed<Uid>(Uid uid) -> new Identification(uid, tag.apply(image));
      case Checked.Refused<Uid>(Refusal refusal) ->
          new Identification(TagSnapshot.uncheckedUidIn(image), Checked.refused(refusal));
    };
  }

  private static Checked<TagSnapshot> snapshot(TagIdentity identity, MemoryImage image) {
    return Checked.passed(new TagSnapshot(identity, image));
  }

  private static Checked<TagSnapshot> readProtected(String model, int first, int last) {
    return Checked.refused(
        ProtectionRefusal.READ_PROTECTED.with(
            "model", model, "wanted", "%02X-%02X".formatted(first, last)));
  }

  /** The last page of the data area, by the container. */
  public static int lastDataPage(TagSnapshot tag) {
    int size = tag.container().map(CapabilityContainer::sizeBytes).orThrow();
    return TagModel.FIRST_USER_PAGE + size / MemoryImage.PAGE_BYTES - 1;
  }
}
