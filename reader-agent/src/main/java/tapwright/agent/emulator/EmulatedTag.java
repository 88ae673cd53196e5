package tapwright.agent.emulator;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * A Type 2 tag in memory that answers each frame as the chip would, and can be torn off mid-write.
 *
 * <p>It lies on no reader at first. Safe for use by several threads: a reader talks to it while a
 * test or a trainer lays it down and lifts it.
 */
public final class EmulatedTag implements VirtualTag {

  private enum State {
    AWAY,
    ACTIVE,
    HALTED
  }

  /** First byte of a UID: the manufacturer, 04h is NXP (ISO/IEC 7816-6). */
  private static final int NXP = 0x04;

  private static final int COUNTER_LIMIT = 0xFFFFFF;
  private static final int COUNTERS = 3;

  /** Number of the NFC counter of NTAG21x in READ_CNT (data sheet section 10.6). */
  private static final int NFC_COUNTER = 2;

  private static final int ACCESS = 4;
  private static final int ACCESS_CFGLCK = 0x40;
  private static final int ACCESS_NFC_CNT_EN = 0x10;
  private static final int ACCESS_NFC_CNT_PWD_PROT = 0x08;
  private static final int ACCESS_AUTHLIM = 0x07;

  private static final TagAnswer ACK = new TagAnswer.Ack();
  private static final TagAnswer SILENCE = new TagAnswer.Silence();
  private static final TagAnswer INVALID = new TagAnswer.Nak(0x0);
  private static final TagAnswer TOO_MANY_TRIES = new TagAnswer.Nak(0x4);

  private final EmulatedChip chip;
  private final Uid uid;
  private final TagMemory memory;
  private final int[] counters;
  private final UltralightCKey key = new UltralightCKey();
  private int failedTries;

  private State state = State.AWAY;
  private boolean authenticated;
  private boolean counted;
  private boolean configurationLocked;
  private Optional<Integer> compatibilityPage = Optional.empty();
  private @Nullable Tear tear;
  private int writes;

  /** A tag with what it has stored; {@code counters} are three. */
  EmulatedTag(EmulatedChip chip, Bytes stored, int[] counters, int failedTries) {
    if (counters.length != COUNTERS) {
      throw new IllegalArgumentException("counters are " + counters.length + ", allowed is 3");
    }
    this.chip = chip;
    this.memory = new TagMemory(chip, stored);
    this.uid = memory.uid();
    this.counters = counters.clone();
    this.failedTries = failedTries;
  }

  /** A tag as it leaves the factory. */
  public static EmulatedTag blank(EmulatedChip chip, Uid uid) {
    return new EmulatedTag(chip, TagMemory.blank(chip, uid).dump(), new int[COUNTERS], 0);
  }

  /** A tag as it leaves the factory, with a UID drawn by the generator. */
  public static EmulatedTag blank(EmulatedChip chip, RandomGenerator random) {
    byte[] number = new byte[7];
    random.nextBytes(number);
    number[0] = NXP;
    return blank(chip, new Uid(Bytes.copyOf(number)));
  }

  public EmulatedChip chip() {
    return chip;
  }

  @Override
  public EmulatedChip kind() {
    return chip;
  }

  @Override
  public String model() {
    return chip.name();
  }

  @Override
  public Uid uid() {
    return uid;
  }

  /** Everything stored, PWD and PACK included and no mirror laid over: what no reader can see. */
  public synchronized Bytes memory() {
    return memory.dump();
  }

  /** The NFC counter as stored, whether it is enabled or not. */
  public synchronized int counter() {
    return counters[NFC_COUNTER];
  }

  synchronized int[] counters() {
    return counters.clone();
  }

  synchronized int failedTries() {
    return failedTries;
  }

  @Override
  public synchronized int writes() {
    return writes;
  }

  @Override
  public synchronized void tearAt(Tear planned) {
    tear = planned;
  }

  @Override
  public synchronized void place() {
    state = State.ACTIVE;
    powerUp();
  }

  @Override
  public synchronized void lift() {
    state = State.AWAY;
  }

  @Override
  public synchronized boolean inField() {
    return state != State.AWAY;
  }

  @Override
  public synchronized void cycleField() {
    if (inField()) {
      place();
    }
  }

  /** The reader wakes and selects the tag (WUPA) without a field cycle, if it is there. */
  public synchronized void select() {
    if (inField()) {
      state = State.ACTIVE;
      authenticated = false;
      compatibilityPage = Optional.empty();
    }
  }

  /** Answers one frame, both without CRC. */
  public synchronized TagAnswer answer(Bytes frame) {
    if (state != State.ACTIVE || frame.isEmpty()) {
      return SILENCE;
    }
    TagAnswer answer = compatibilityPage.isPresent() ? secondHalf(frame) : command(frame);
    if (answer instanceof TagAnswer.Nak) {
      state = State.HALTED;
      authenticated = false;
    }
    return answer;
  }

  private void powerUp() {
    authenticated = false;
    counted = false;
    compatibilityPage = Optional.empty();
    key.forget();
    configurationLocked = chip.hasPassword() && access(ACCESS_CFGLCK);
  }

  private TagAnswer command(Bytes frame) {
    return chip.hasPassword() ? versionedCommand(frame) : ultralightCCommand(frame);
  }

  /** What Ultralight C takes; what is no second half ends an authentication that was begun. */
  private TagAnswer ultralightCCommand(Bytes frame) {
    if (key.isBegun() && frame.at(0) != 0xAF) {
      key.forget();
      return INVALID;
    }
    return switch (frame.at(0)) {
      case 0x30 -> frame.size() == 2 ? read(frame.at(1)) : INVALID;
      case 0xA2 -> frame.size() == 6 ? write(frame.at(1), frame.sliceFrom(2)) : INVALID;
      case 0xA0 -> frame.size() == 2 ? firstHalf(frame.at(1)) : INVALID;
      case 0x1A -> frame.size() == 2 ? new TagAnswer.Data(key.begin(memory.key())) : INVALID;
      case 0xAF -> finishAuthentication(frame.sliceFrom(1));
      default -> INVALID;
    };
  }

  private TagAnswer finishAuthentication(Bytes half) {
    Bytes answer = key.finish(memory.key(), half);
    authenticated = !answer.isEmpty();
    return authenticated ? new TagAnswer.Data(answer) : INVALID;
  }

  private TagAnswer versionedCommand(Bytes frame) {
    return switch (frame.at(0)) {
      case 0x60 -> frame.size() == 1 ? new TagAnswer.Data(chip.version()) : INVALID;
      case 0x30 -> frame.size() == 2 ? read(frame.at(1)) : INVALID;
      case 0x3A -> frame.size() == 3 ? fastRead(frame.at(1), frame.at(2)) : INVALID;
      case 0xA2 -> frame.size() == 6 ? write(frame.at(1), frame.sliceFrom(2)) : INVALID;
      case 0xA0 -> frame.size() == 2 ? firstHalf(frame.at(1)) : INVALID;
      case 0x39 -> frame.size() == 2 ? readCounter(frame.at(1)) : INVALID;
      case 0xA5 -> frame.size() == 6 ? incrementCounter(frame) : INVALID;
      case 0x3E -> frame.size() == 2 ? checkTearing(frame.at(1)) : INVALID;
      case 0x1B -> frame.size() == 5 ? authenticate(frame.sliceFrom(1)) : INVALID;
      case 0x3C ->
          frame.size() == 2 && frame.at(1) == 0 ? new TagAnswer.Data(chip.signature()) : INVALID;
      default -> INVALID;
    };
  }

  /** READ: four pages, rolling over to page 0 after the last that may be read. */
  private TagAnswer read(int page) {
    int limit = readLimit();
    if (page >= limit) {
      return INVALID;
    }
    countRead();
    byte[] visible = visible();
    byte[] answer = new byte[4 * TagMemory.PAGE_SIZE];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = visible[(page * TagMemory.PAGE_SIZE + i) % (limit * TagMemory.PAGE_SIZE)];
    }
    return new TagAnswer.Data(Bytes.copyOf(answer));
  }

  private TagAnswer fastRead(int first, int last) {
    if (first > last || last >= readLimit()) {
      return INVALID;
    }
    countRead();
    Bytes visible = Bytes.copyOf(visible());
    return new TagAnswer.Data(
        visible.slice(first * TagMemory.PAGE_SIZE, (last + 1) * TagMemory.PAGE_SIZE));
  }

  private TagAnswer write(int page, Bytes data) {
    if (!mayWrite(page)) {
      return INVALID;
    }
    writes++;
    int bytes = bytesBeforeTear();
    memory.write(page, data, bytes);
    return inField() ? ACK : SILENCE;
  }

  /** How much of this write is stored; when its time has come, the tag is gone after it. */
  private int bytesBeforeTear() {
    Tear planned = tear;
    if (planned == null) {
      return TagMemory.PAGE_SIZE;
    }
    if (planned.write() > 1) {
      tear = new Tear(planned.write() - 1, planned.bytes());
      return TagMemory.PAGE_SIZE;
    }
    tear = null;
    lift();
    return Math.min(planned.bytes(), TagMemory.PAGE_SIZE);
  }

  /** COMPATIBILITY_WRITE comes in two frames; of the second's 16 bytes 4 are written. */
  private TagAnswer firstHalf(int page) {
    if (!mayWrite(page)) {
      return INVALID;
    }
    compatibilityPage = Optional.of(page);
    return ACK;
  }

  private TagAnswer secondHalf(Bytes frame) {
    int page = compatibilityPage.orElseThrow();
    compatibilityPage = Optional.empty();
    return frame.size() == 16 ? write(page, frame.slice(0, TagMemory.PAGE_SIZE)) : INVALID;
  }

  private TagAnswer readCounter(int number) {
    boolean shown =
        switch (chip.family()) {
          case NTAG, NTAG_TAMPER -> number == NFC_COUNTER && showsCounter();
          case ULTRALIGHT_EV1 -> number < COUNTERS;
          case NTAG_SMALL, ULTRALIGHT_C -> false;
        };
    return shown ? new TagAnswer.Data(littleEndian(counters[number])) : INVALID;
  }

  private TagAnswer incrementCounter(Bytes frame) {
    int number = frame.at(1);
    if (chip.family() != EmulatedChip.Family.ULTRALIGHT_EV1 || number >= COUNTERS) {
      return INVALID;
    }
    int sum = counters[number] + (frame.at(2) | frame.at(3) << 8 | frame.at(4) << 16);
    if (sum > COUNTER_LIMIT) {
      return TOO_MANY_TRIES;
    }
    counters[number] = sum;
    return ACK;
  }

  /** BDh says that the counter was not torn (MF0ULx1 data sheet, CHECK_TEARING_EVENT). */
  private TagAnswer checkTearing(int number) {
    return chip.family() == EmulatedChip.Family.ULTRALIGHT_EV1 && number < COUNTERS
        ? new TagAnswer.Data(Bytes.of(0xBD))
        : INVALID;
  }

  /** PWD_AUTH: the right password clears the failed tries, until there were AUTHLIM of them. */
  private TagAnswer authenticate(Bytes password) {
    int limit = memory.configuration(ACCESS) & ACCESS_AUTHLIM;
    if (limit > 0 && failedTries >= limit) {
      return TOO_MANY_TRIES;
    }
    if (!password.equals(memory.password())) {
      failedTries = limit == 0 ? 0 : failedTries + 1;
      return INVALID;
    }
    failedTries = 0;
    authenticated = true;
    return new TagAnswer.Data(memory.pack());
  }

  private boolean mayWrite(int page) {
    boolean configuration =
        page == chip.configurationPage() || page == chip.configurationPage() + 1;
    return page < chip.pageCount()
        && !memory.isLocked(page)
        && !(configuration && configurationLocked)
        && (authenticated || page < memory.guardedFrom());
  }

  /** The first page that may not be read now. */
  private int readLimit() {
    boolean open = authenticated || !memory.guardsReading();
    int pages = memory.readablePages();
    return open ? pages : Math.min(memory.guardedFrom(), pages);
  }

  /** The NFC counter moves at the first read after each power-up (data sheet section 8.6). */
  private void countRead() {
    if (chip.hasNfcCounter() && access(ACCESS_NFC_CNT_EN) && !counted) {
      counted = true;
      counters[NFC_COUNTER] = Math.min(counters[NFC_COUNTER] + 1, COUNTER_LIMIT);
    }
  }

  private boolean showsCounter() {
    return access(ACCESS_NFC_CNT_EN) && (authenticated || !access(ACCESS_NFC_CNT_PWD_PROT));
  }

  private byte[] visible() {
    byte[] visible = memory.readable();
    if (chip.family() == EmulatedChip.Family.NTAG) {
      AsciiMirror.of(chip, memory, uid, counters[NFC_COUNTER], showsCounter()).layOver(visible);
    }
    return visible;
  }

  private boolean access(int bit) {
    return (memory.configuration(ACCESS) & bit) != 0;
  }

  private static Bytes littleEndian(int value) {
    return Bytes.of(value & 0xFF, (value >> 8) & 0xFF, (value >> 16) & 0xFF);
  }
}
