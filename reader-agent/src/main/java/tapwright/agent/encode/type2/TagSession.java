package tapwright.agent.encode.type2;

import java.util.List;
import java.util.Optional;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.reader.TagChannel;
import tapwright.agent.tag.Type2Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.CapabilityContainer;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.Uid;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.originality.Originality;

/** One tag in the field with what is known of it so far. */
final class TagSession {

  /** How often a page is written that does not take it, before it is given up. */
  private static final int MAX_TRIES = 3;

  /** The UID begins in it (NTAG213/215/216 data sheet, section 8.5.1). */
  private static final int UID_PAGE = 0;

  private final TagChannel channel;
  private final Type2Tag tag;
  private final Uid uid;
  private TagSnapshot known;
  private Optional<TagPassword> opened = Optional.empty();
  private boolean trusted;
  private int pagesWritten;

  TagSession(TagChannel channel, Uid uid, TagSnapshot known) {
    this.channel = channel;
    this.tag = new Type2Tag(channel);
    this.uid = uid;
    this.known = known;
  }

  /** One that was known only after it took this password. */
  static TagSession openedBy(TagPassword password, TagChannel channel, Uid uid, TagSnapshot known) {
    TagSession session = new TagSession(channel, uid, known);
    session.opened = Optional.of(password);
    return session;
  }

  Uid uid() {
    return uid;
  }

  TagSnapshot known() {
    return known;
  }

  int pagesWritten() {
    return pagesWritten;
  }

  int exchanges() {
    return channel.exchanges();
  }

  boolean passesNativeCommands() {
    return channel.passesNativeCommands();
  }

  /** Reads on until the message is known, and up to the page in one go when it has to read. */
  Checked<TagSnapshot> readMessage(int lastPage) {
    return tag.withMessage(known, lastPage).map(this::learnt);
  }

  /** Reads lock and configuration pages, where they are not known. */
  Checked<TagSnapshot> readSettings() {
    return tag.withSettings(known).map(this::learnt);
  }

  /** Reads the data area up to the page, where it is not known. */
  TagSnapshot readData(int lastPage) {
    return learnt(tag.withData(known, lastPage));
  }

  /** Reads the whole data area, where it is not known. */
  TagSnapshot readDataArea() {
    return readData(Type2Tag.lastDataPage(known));
  }

  /** Reads the whole data area, known or not. */
  TagSnapshot readDataAreaAgain() {
    return learnt(tag.readAgain(known, TagModel.FIRST_USER_PAGE, Type2Tag.lastDataPage(known)));
  }

  /** Reads the pages from the UID to the end of the message, known or not. */
  TagSnapshot readMessageAgain() {
    int last = TagModel.FIRST_USER_PAGE;
    while (known.image().knowsPages(last + 1, last + 1) && last < Type2Tag.lastDataPage(known)) {
      last++;
    }
    return readFromUidAgain(last);
  }

  /** Reads UID, lock and configuration pages as they are now; the chip is known for certain. */
  TagSnapshot readSettingsAgain() {
    TagModel model = known.identity().knownModel().orElseThrow();
    readFromUidAgain(CapabilityContainer.PAGE);
    return readAgain(model.lastUserPage() + 1, model.lastSettingsPage());
  }

  /**
   * Reads the pages from the first on as they are now; another tag must not get what was proved of
   * this one. Not every reader tells, when it selects a tag anew, which one it found.
   */
  private TagSnapshot readFromUidAgain(int last) {
    TagSnapshot now = tag.readAgain(known, UID_PAGE, last);
    if (!TagSnapshot.uncheckedUidIn(now.image()).equals(uid)) {
      throw new ReaderFault.TagGone("it was read once more; another is in its place", null);
    }
    return learnt(now);
  }

  /** Reads pages as they are now. */
  TagSnapshot readAgain(int first, int last) {
    return learnt(tag.readAgain(known, first, last));
  }

  Originality originality() {
    return tag.originality(known);
  }

  int readCounter() {
    return tag.readCounter();
  }

  /**
   * Gives the tag the password, once; empty when it is another than the tag's.
   *
   * @return the PACK that the tag answered
   */
  Optional<Bytes> authenticate(TagPassword password) {
    try {
      Bytes pack = tag.authenticate(password);
      opened = Optional.of(password);
      trusted = false;
      return Optional.of(pack);
    } catch (ReaderFault.TagNak wrong) {
      return Optional.empty();
    }
  }

  /** Takes a password for right without giving it to the tag, so that a plan can be made. */
  void trust(Optional<TagPassword> password) {
    trusted = password.isPresent();
  }

  /** Why these pages cannot be written now, as far as it is known. */
  Optional<Refusal> protectionAgainst(List<PageWrite> writes) {
    return known
        .protectionAgainst(writes)
        .filter(why -> !isOpen() || why.code() != ProtectionRefusal.PASSWORD_PROTECTED);
  }

  /** Whether the tag took this password in this presentation. */
  boolean isOpenedBy(TagPassword password) {
    return opened.equals(Optional.of(password));
  }

  /** Whether the tag took a password in this presentation. */
  boolean isOpened() {
    return opened.isPresent();
  }

  private boolean isOpen() {
    return trusted || isOpened();
  }

  /** Writes these pages in their order; the tag, or why it does not take one. */
  Checked<TagSnapshot> writeAll(List<PageWrite> writes) {
    for (PageWrite write : writes) {
      Optional<Refusal> refusal = isSecret(write.page()) ? writeSecret(write) : write(write);
      if (refusal.isPresent()) {
        return Checked.refused(refusal.get());
      }
    }
    return Checked.passed(known);
  }

  /**
   * Writes one page; why it does not take it, if so.
   *
   * <p>Without a clear answer the page may be written or not: it is read, and written again only
   * when it differs. One that keeps differing is explained by the tag's lock and configuration
   * pages where they can be read.
   */
  Optional<Refusal> write(PageWrite write) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      if (isWritten(write)) {
        known = known.with(write.page(), write.data());
        return Optional.empty();
      }
      Optional<Refusal> why = explanation(write);
      if (why.isPresent()) {
        return why;
      }
    }
    return Optional.of(keepsContent(write));
  }

  /**
   * Writes a page that only gains bits, or that cannot be read back, once; whether that was
   * acknowledged. Without a clear answer only what is read next can tell.
   */
  boolean writeOnce(PageWrite write) {
    pagesWritten++;
    try {
      tag.write(write);
      return true;
    } catch (ReaderFault.AnswerUnknown unclear) {
      reopen();
      return false;
    }
  }

  /**
   * Writes a page that cannot be read back; why the tag does not take it, if so. Without a clear
   * answer it is written again, which changes nothing when it was.
   */
  private Optional<Refusal> writeSecret(PageWrite write) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      if (writeOnce(write)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        EncodeRefusal.SECRET_NOT_TAKEN.with(
            "model", known.identity().name(),
            "page", "%02X".formatted(write.page()),
            "tries", MAX_TRIES));
  }

  /** PWD and PACK read as zeros, whoever reads. */
  boolean isSecret(int page) {
    return known
        .identity()
        .knownModel()
        .filter(TagModel::hasConfigurationPages)
        .filter(model -> page > model.lastSettingsPage())
        .isPresent();
  }

  private boolean isWritten(PageWrite write) {
    pagesWritten++;
    try {
      tag.write(write);
      return true;
    } catch (ReaderFault.AnswerUnknown unclear) {
      reopen();
      readAgain(write.page(), write.page());
      return known.image().page(write.page()).equals(write.data());
    }
  }

  /** A tag that refused a command is selected anew, and has forgotten the password by that. */
  private void reopen() {
    opened.ifPresent(tag::authenticate);
  }

  private Optional<Refusal> explanation(PageWrite write) {
    return switch (readSettings()) {
      case Checked.Passed<TagSnapshot> settings -> protectionAgainst(List.of(write));
      case Checked.Refused<TagSnapshot>(Refusal refusal) -> Optional.of(refusal);
    };
  }

  private Refusal keepsContent(PageWrite write) {
    Bytes seen = known.image().page(write.page());
    return ProtectionRefusal.PAGE_KEEPS_CONTENT.with(
        "page", "%02X".formatted(write.page()),
        "model", known.identity().name(),
        "seen", seen,
        "tries", MAX_TRIES,
        "wanted", write.data());
  }

  /** That pages took every write and still read as something else. */
  Refusal readsDifferently(int first, int last) {
    return ProtectionRefusal.READS_DIFFERENTLY.with(
        "first", "%02X".formatted(first),
        "last", "%02X".formatted(last),
        "model", known.identity().name());
  }

  private TagSnapshot learnt(TagSnapshot more) {
    known = more;
    return more;
  }
}
