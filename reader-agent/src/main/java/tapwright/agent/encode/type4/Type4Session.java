package tapwright.agent.encode.type4;

import java.util.Optional;
import java.util.Set;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.tag.Type4Identification;
import tapwright.agent.tag.Type4Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.Refusal;
import tapwright.core.tag.Uid;
import tapwright.core.tag.type4.FileWrite;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.NdefFilePlan;
import tapwright.core.tag.type4.Type4Container;
import tapwright.core.tag.type4.Type4Model;
import tapwright.core.tag.type4.Type4Refusal;

/** One Type 4 tag in the field with what is known of its NDEF file so far. */
final class Type4Session {

  /** How often a write is sent that is not taken, and a plan is made, before it is given up. */
  private static final int MAX_TRIES = 3;

  /** Up to here the high byte of NLEN is 0, so that it cannot be torn. */
  private static final int ONE_BYTE_LENGTH = 0xFF;

  /**
   * The card said no and will again: not allowed, wrong parameters, no such command (ISO/IEC 7816-4
   * section 5.6, table 6).
   */
  private static final Set<String> SAYS_NO = Set.of("69", "6A", "6B", "6D", "6E");

  private final Type4Tag tag;
  private final Uid uid;
  private final Type4Model model;
  private final Type4Container container;
  private boolean selected;
  private NdefFile known = NdefFile.holding(Bytes.EMPTY);
  private int writes;
  private String lastStatus = "none";

  Type4Session(Type4Tag tag, Type4Identification found, Type4Container container) {
    this.tag = tag;
    this.uid = found.uid();
    this.model = found.model();
    this.container = container;
  }

  Uid uid() {
    return uid;
  }

  Type4Model model() {
    return model;
  }

  Type4Container container() {
    return container;
  }

  Type4Tag tag() {
    return tag;
  }

  int writes() {
    return writes;
  }

  int exchanges() {
    return tag.link().exchanges();
  }

  /** Notes a write that did not go to the NDEF file: of settings, of a key. */
  void noteWrite() {
    writes++;
  }

  /** Selects the application anew, which ends a session of keys. */
  void selectAnew() {
    tag.selectApplication();
    selected = false;
  }

  /** Why the message does not fit, if so. */
  Optional<Refusal> misfit(Bytes message) {
    int over = message.size() - container.capacityBytes();
    return over <= 0
        ? Optional.empty()
        : Optional.of(
            Type4Refusal.MESSAGE_TOO_LONG.with(
                "bytes", message.size(),
                "over", over,
                "model", model.label(),
                "allowed", container.capacityBytes()));
  }

  /**
   * Reads the file as it is now: one command's worth of so many bytes, and all of its message where
   * that may be the one of so many bytes, or is so long that its length can be torn in its middle.
   */
  NdefFile readFile(int bytes) {
    known = readUpTo(Bytes.EMPTY, Math.min(bytes, container.readBytes()));
    int size = known.messageSize();
    return size > ONE_BYTE_LENGTH || NdefFile.LENGTH_BYTES + size == bytes ? readMessage() : known;
  }

  /** Reads on until the message is complete, or the file ends. */
  private NdefFile readMessage() {
    known = readUpTo(known.bytes(), NdefFile.LENGTH_BYTES + known.messageSize());
    return known;
  }

  /** The message that the file shows; an empty one is a message of 0 bytes. */
  Checked<Bytes> message() {
    readFile(NdefFile.LENGTH_BYTES);
    if (known.messageSize() > container.capacityBytes()) {
      return Checked.refused(
          Type4Refusal.LENGTH_TOO_LARGE.with(
              "model", model.label(),
              "seen", known.messageSize(),
              "allowed", container.capacityBytes()));
    }
    return Checked.passed(readMessage().message());
  }

  private NdefFile readUpTo(Bytes start, int bytes) {
    select();
    int end = Math.min(bytes, container.fileSize());
    Bytes read = start;
    while (read.size() < end) {
      int size = Math.min(container.readBytes(), end - read.size());
      read = read.plus(tag.read(read.size(), size));
    }
    return new NdefFile(read);
  }

  private void select() {
    if (!selected) {
      tag.selectFile(container.fileId());
      selected = true;
    }
  }

  /** Brings the message into the file and reads it back until it is there. */
  Checked<NdefFile> write(Bytes message) {
    for (int round = 0; round < MAX_TRIES; round++) {
      Optional<Refusal> refusal = carryOut(NdefFilePlan.of(known, message, container.writeBytes()));
      if (refusal.isPresent()) {
        return Checked.refused(refusal.get());
      }
      if (readFile(NdefFile.LENGTH_BYTES + message.size()).holds(message)) {
        return Checked.passed(known);
      }
    }
    return Checked.refused(readsDifferently());
  }

  /** Takes the message away, and every byte behind it; read back. */
  Checked<NdefFile> erase() {
    NdefFile file = readWholeFile();
    Optional<Refusal> refusal = carryOut(NdefFilePlan.erasing(file, container.writeBytes()));
    if (refusal.isPresent()) {
      return Checked.refused(refusal.get());
    }
    return readUpTo(Bytes.EMPTY, file.bytes().size()).bytes().equals(zeros(file))
        ? Checked.passed(known)
        : Checked.refused(readsDifferently());
  }

  /** A card that was lifted while it was emptied has bytes behind a message of no length. */
  private NdefFile readWholeFile() {
    known = readUpTo(Bytes.EMPTY, container.fileSize());
    return known;
  }

  private static Bytes zeros(NdefFile file) {
    return Bytes.zeros(file.bytes().size());
  }

  /** What writing the message would take, as the file reads now. */
  NdefFilePlan planOf(Bytes message) {
    NdefFile now = readFile(NdefFile.LENGTH_BYTES + message.size());
    return NdefFilePlan.of(now, message, container.writeBytes());
  }

  /** What erasing would take, as the file reads now. */
  NdefFilePlan planOfErasing() {
    return NdefFilePlan.erasing(readWholeFile(), container.writeBytes());
  }

  /** That the file took every write and still reads as something else. */
  Refusal readsDifferently() {
    return Type4Refusal.READS_DIFFERENTLY.with("model", model.label(), "tries", MAX_TRIES);
  }

  private Optional<Refusal> carryOut(NdefFilePlan plan) {
    for (FileWrite write : plan.writes()) {
      Optional<Refusal> refusal = write(write);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /**
   * Without a clear answer the bytes may be written or not: they are read, and written again only
   * when they differ.
   */
  private Optional<Refusal> write(FileWrite write) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      if (isTaken(write)) {
        return Optional.empty();
      }
      if (SAYS_NO.contains(lastStatus.substring(0, 2))) {
        break;
      }
    }
    return Optional.of(
        Type4Refusal.WRITE_REFUSED.with(
            "model", model.label(), "seen", lastStatus, "offset", write.offset()));
  }

  private boolean isTaken(FileWrite write) {
    writes++;
    try {
      tag.update(write);
      return true;
    } catch (ReaderFault.AnswerUnknown unclear) {
      lastStatus = unclear.statusWord();
      return tag.read(write.offset(), write.data().size()).equals(write.data());
    }
  }
}
