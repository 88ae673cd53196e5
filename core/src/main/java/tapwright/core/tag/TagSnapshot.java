package tapwright.core.tag;

import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.memory.MemoryImage;
import tapwright.core.tag.memory.NdefSlot;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.memory.TlvType;

/**
 * What is known of a tag in the field: which chip, and what was read of its memory.
 *
 * @param identity the chip
 * @param image at least pages 00 to 04
 */
public record TagSnapshot(TagIdentity identity, MemoryImage image) {

  /** The last page that must be known before anything can be said of a tag. */
  public static final int LAST_NEEDED_PAGE = TagModel.FIRST_USER_PAGE;

  /** ISO/IEC 14443-3, section 6.4.4: the cascade tag, part of the first check byte. */
  private static final int CASCADE_TAG = 0x88;

  public TagSnapshot {
    if (!image.knowsPages(0, LAST_NEEDED_PAGE)) {
      throw new IllegalArgumentException("image lacks pages 00 to 04: " + image);
    }
  }

  public TagSnapshot with(int firstPage, Bytes pages) {
    return new TagSnapshot(identity, image.with(firstPage, pages));
  }

  /**
   * The UID out of pages 00 to 02, when its check bytes fit.
   *
   * <pre>
   * page 00  UID0 UID1 UID2 BCC0 = 88 ^ UID0 ^ UID1 ^ UID2
   * page 01  UID3 UID4 UID5 UID6
   * page 02  BCC1 = UID3 ^ UID4 ^ UID5 ^ UID6
   * </pre>
   */
  public static Checked<Uid> uidIn(MemoryImage image) {
    Bytes head = image.pages(0, 2);
    Uid uid = uncheckedUidIn(image);
    int first = CASCADE_TAG ^ head.at(0) ^ head.at(1) ^ head.at(2);
    int second = head.at(4) ^ head.at(5) ^ head.at(6) ^ head.at(7);
    Bytes seen = Bytes.of(head.at(3), head.at(8));
    Bytes allowed = Bytes.of(first, second);
    return seen.equals(allowed)
        ? Checked.passed(uid)
        : Checked.refused(
            TagRefusal.UID_CHECK_BYTES.with("uid", uid, "seen", seen, "allowed", allowed));
  }

  /** The UID out of pages 00 and 01 as it reads, whatever its check bytes say. */
  public static Uid uncheckedUidIn(MemoryImage image) {
    Bytes head = image.pages(0, 1);
    return new Uid(head.slice(0, 3).plus(head.slice(4, 8)));
  }

  /**
   * The capability container that the tag has, or is to get before anything else.
   *
   * <p>A blank Ultralight EV1 gets one, or has its half-written one finished: page 3 can only gain
   * bits, so that needs a chip that is known for certain and a container that is no valid one yet.
   */
  public Checked<CapabilityContainer> container() {
    Bytes page = image.page(CapabilityContainer.PAGE);
    if (lacksContainer()) {
      return CapabilityContainer.of(certainModel().orElseThrow().container());
    }
    return CapabilityContainer.of(page).then(this::withinChip);
  }

  /** Whether the capability container has to be written first. */
  public boolean lacksContainer() {
    Bytes page = image.page(CapabilityContainer.PAGE);
    return !CapabilityContainer.isContainer(page)
        && certainModel()
            .filter(TagModel::shipsWithoutContainer)
            .filter(model -> hasNoBitOutside(model.container(), page))
            .isPresent();
  }

  /** What the TLV blocks of the data area say. */
  public Checked<TlvReading> reading() {
    return container()
        .map(container -> TlvWalk.over(image, container.sizeBytes()))
        .then(this::withoutHoles);
  }

  /**
   * No known chip has lock or reserved bytes in its data area, so that a control TLV that names
   * some was torn: where it has the message lie, phones do not look for it. That holds for bytes
   * before the message too, among which a phone looks for the TLV that follows.
   */
  private Checked<TlvReading> withoutHoles(TlvReading reading) {
    return slotOf(reading).filter(TagSnapshot::hasHoles).isPresent()
        ? Checked.refused(TagRefusal.CONTROL_TORN.with("model", identity.name()))
        : Checked.passed(reading);
  }

  private static Optional<NdefSlot> slotOf(TlvReading reading) {
    return switch (reading) {
      case TlvReading.Found(NdefSlot slot, Bytes message) -> Optional.of(slot);
      case TlvReading.Absent(NdefSlot slot) -> Optional.of(slot);
      case TlvReading.Malformed malformed -> Optional.of(malformed.slot());
      case TlvReading.Unread unread -> Optional.empty();
    };
  }

  private static boolean hasHoles(NdefSlot slot) {
    int start = TagModel.FIRST_USER_PAGE * MemoryImage.PAGE_BYTES;
    return slot.reserved().stream().anyMatch(address -> address >= start && address < slot.end());
  }

  /**
   * Whether nothing was ever written behind the message's place, as far as was read: a tag with
   * length zero and data behind it was torn, or emptied, and may have settings of its own.
   */
  public boolean looksUntouched() {
    return switch (reading()) {
      case Checked.Passed<TlvReading>(TlvReading.Found(NdefSlot slot, Bytes message)) ->
          message.isEmpty() && isZeroBehind(slot);
      case Checked.Passed<TlvReading>(TlvReading.Absent(NdefSlot slot)) -> isZeroBehind(slot);
      case Checked.Passed<TlvReading> other -> false;
      case Checked.Refused<TlvReading> refused -> false;
    };
  }

  /** Whether the tag is known to be formatted and to show nothing: its message has no bytes. */
  public boolean isEmpty() {
    return reading()
            instanceof Checked.Passed<TlvReading>(TlvReading.Found(NdefSlot slot, Bytes message))
        && message.isEmpty();
  }

  /**
   * The write that makes a tag show no message, and changes nothing but the length of the one that
   * it has; empty when there is none.
   */
  public Optional<PageWrite> emptying() {
    return switch (reading()) {
      case Checked.Passed<TlvReading>(TlvReading.Found(NdefSlot slot, Bytes message))
          when !message.isEmpty() ->
          Optional.of(slot.emptied(image));
      case Checked.Passed<TlvReading> other -> Optional.empty();
      case Checked.Refused<TlvReading> refused -> Optional.empty();
    };
  }

  /**
   * Why these pages cannot be written, as far as it is known; empty when nothing speaks against.
   */
  public Optional<Refusal> protectionAgainst(List<PageWrite> writes) {
    if (writes.isEmpty()) {
      return Optional.empty();
    }
    Protection protection = Protection.of(this);
    return protection.refusalOf(writes.stream().map(PageWrite::page).toList());
  }

  /** Whether all lock and settings pages that a reader may see were read. */
  public boolean knowsSettings() {
    return identity
        .knownModel()
        .filter(model -> image.knowsPages(model.lastUserPage() + 1, model.lastSettingsPage()))
        .isPresent();
  }

  /** The two configuration pages, where the chip has them and they were read. */
  public Optional<TagConfiguration> configuration() {
    return identity
        .knownModel()
        .filter(TagModel::hasConfigurationPages)
        .map(TagModel::configurationPage)
        .filter(page -> image.knowsPages(page, page + 1))
        .map(page -> new TagConfiguration(image.page(page), image.page(page + 1)));
  }

  /**
   * Whether any page that the chip has asks for the password; AUTH0 behind the last asks for none.
   */
  public boolean asksForPassword() {
    int pages = certainModel().map(TagModel::pageCount).orElse(0);
    return configuration().filter(settings -> settings.passwordFrom() < pages).isPresent();
  }

  /** The model, where the chip itself said so. */
  public Optional<TagModel> certainModel() {
    return switch (identity) {
      case TagIdentity.ByVersion(TagModel model) -> Optional.of(model);
      case TagIdentity.ByContainer byContainer -> Optional.empty();
      case TagIdentity.Ambiguous ambiguous -> Optional.empty();
      case TagIdentity.Foreign foreign -> Optional.empty();
    };
  }

  private Checked<CapabilityContainer> withinChip(CapabilityContainer container) {
    Optional<TagModel> tooSmall =
        identity.knownModel().filter(model -> container.sizeBytes() > model.dataAreaBytes());
    if (tooSmall.isPresent()) {
      return Checked.refused(
          TagRefusal.CONTAINER_TOO_LARGE.with(
              "seen", container.sizeBytes(),
              "model", identity.name(),
              "allowed", tooSmall.get().dataAreaBytes()));
    }
    return Checked.passed(container);
  }

  private boolean isZeroBehind(NdefSlot slot) {
    int firstBehind = slot.address() + NdefSlot.SHORT_HEADER;
    for (int address = firstBehind; address < slot.end(); address++) {
      if (image.knows(address)
          && image.at(address) != 0
          && image.at(address) != TlvType.TERMINATOR) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoBitOutside(Bytes target, Bytes page) {
    for (int i = 0; i < MemoryImage.PAGE_BYTES; i++) {
      if ((page.at(i) & ~target.at(i)) != 0) {
        return false;
      }
    }
    return true;
  }
}
