package tapwright.agent.emulator.type4;

import java.util.Optional;
import java.util.zip.CRC32;
import tapwright.agent.emulator.type4.ChipSession.Protection;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.AesKey;

/** The native commands of NTAG 424 DNA, in a session and outside of one (data sheet, section 10). */
final class NativeCommands {

  /** A command's handling: header and data in, what it gives out. */
  @FunctionalInterface
  private interface Step {
    Outcome run(Bytes header, Bytes data);
  }

  /** How a command ended; data only with a status of success. */
  private record Outcome(Status status, Bytes data) {

    static final Outcome DONE = new Outcome(Status.NATIVE_OK, Bytes.EMPTY);

    static Outcome of(Bytes data) {
      return new Outcome(Status.NATIVE_OK, data);
    }

    static Outcome refused(Status status) {
      return new Outcome(status, Bytes.EMPTY);
    }
  }

  private static final int MASTER = 0;
  private static final int KEY_SIZE = 16;
  private static final int CHECK_SIZE = 4;

  /** File number, offset and length, three bytes each (section 10.8). */
  private static final int RUN_HEADER = 7;

  /** An emulated chip bears no maker's signature; zeros verify under no key. */
  private static final Bytes SIGNATURE = Bytes.zeros(56);

  private final ChipMemory memory;
  private final KeyExchange keys;
  private final SignedReads reads;
  private final Uid uid;

  NativeCommands(ChipMemory memory, KeyExchange keys, SignedReads reads, Uid uid) {
    this.memory = memory;
    this.keys = keys;
    this.reads = reads;
    this.uid = uid;
  }

  Bytes answer(CommandApdu command, WriteGate gate) {
    return switch (command.ins()) {
      case 0x71 -> keys.first(command.data());
      case 0x77 -> keys.nonFirst(command.data());
      case 0xF5 -> run(command, 1, Protection.CODED, this::describe);
      case 0xF6 -> run(command, 1, Protection.FULL, this::counters);
      case 0x64 -> run(command, 1, Protection.CODED, this::keyVersion);
      case 0x51 -> run(command, 0, Protection.FULL, (header, data) -> cardUid());
      case 0x3C -> run(command, 1, Protection.FULL, (header, data) -> signature());
      case 0x5F -> run(command, 1, Protection.FULL, this::changeSettings);
      case 0xC4 -> changeKey(command);
      case 0xAD -> onRun(command, this::readProtection, this::read);
      case 0x8D ->
          onRun(command, this::writeProtection, (header, data) -> write(header, data, gate));
      default -> failed(Status.NATIVE_UNKNOWN_COMMAND);
    };
  }

  /** Any error ends the session (section 9.1.9). */
  private Bytes failed(Status status) {
    keys.close();
    return status.bytes();
  }

  private Bytes run(CommandApdu command, int headerSize, Protection protection, Step step) {
    Protection used = keys.session().isPresent() ? protection : Protection.PLAIN;
    if (command.data().size() < headerSize) {
      return failed(Status.NATIVE_LENGTH);
    }
    Optional<Bytes> data =
        keys.session()
            .map(session -> session.unsealed(command, headerSize, used))
            .orElse(Optional.of(command.data().sliceFrom(headerSize)));
    if (data.isEmpty()) {
      return failed(Status.NATIVE_INTEGRITY);
    }
    Outcome outcome = step.run(command.data().slice(0, headerSize), data.get());
    return switch (outcome.status()) {
      case NATIVE_OK, NATIVE_SIGNATURE_OK -> outcome.status().after(sealed(outcome.data(), used));
      default -> failed(outcome.status());
    };
  }

  private Bytes sealed(Bytes data, Protection protection) {
    return keys.session().map(session -> session.sealed(data, protection)).orElse(data);
  }

  private Outcome describe(Bytes header, Bytes data) {
    return memory
        .file(header.at(0))
        .map(file -> Outcome.of(file.description()))
        .orElse(Outcome.refused(Status.NATIVE_FILE_NOT_FOUND));
  }

  /** SDMReadCtr and two reserved bytes (section 10.7.3). */
  private Outcome counters(Bytes header, Bytes data) {
    Optional<SdmSettings> sdm = memory.file(header.at(0)).flatMap(ChipFile::sdm);
    if (sdm.isEmpty()) {
      return Outcome.refused(Status.NATIVE_PARAMETER);
    }
    int counter = memory.counter();
    return holds(sdm.get().counterRight())
        ? Outcome.of(Bytes.of(counter & 0xFF, (counter >> 8) & 0xFF, counter >> 16, 0, 0))
        : Outcome.refused(Status.NATIVE_PERMISSION_DENIED);
  }

  private boolean holds(int right) {
    return right == FileRights.FREE
        || keys.session().filter(session -> session.keyNumber() == right).isPresent();
  }

  private Outcome keyVersion(Bytes header, Bytes data) {
    return header.at(0) < ChipMemory.KEYS
        ? Outcome.of(Bytes.of(memory.key(header.at(0)).version()))
        : Outcome.refused(Status.NATIVE_NO_SUCH_KEY);
  }

  private Outcome cardUid() {
    return keys.session().isPresent()
        ? Outcome.of(uid.value())
        : Outcome.refused(Status.NATIVE_PERMISSION_DENIED);
  }

  /** Outside of a session its status is a word of its own. */
  private Outcome signature() {
    return keys.session().isPresent()
        ? Outcome.of(SIGNATURE)
        : new Outcome(Status.NATIVE_SIGNATURE_OK, SIGNATURE);
  }

  private Outcome changeSettings(Bytes header, Bytes data) {
    Optional<ChipFile> file = memory.file(header.at(0));
    if (file.isEmpty()) {
      return Outcome.refused(Status.NATIVE_FILE_NOT_FOUND);
    }
    if (!holds(file.get().rights().change())) {
      return Outcome.refused(Status.NATIVE_PERMISSION_DENIED);
    }
    boolean signedBefore = file.get().sdm().isPresent();
    Optional<Status> problem = file.get().change(data);
    if (problem.isEmpty() && !signedBefore && file.get().sdm().isPresent()) {
      memory.setCounter(0);
    }
    return problem.map(Outcome::refused).orElse(Outcome.DONE);
  }

  /** After a change of the master key there is no session to sign the answer in. */
  private Bytes changeKey(CommandApdu command) {
    Bytes answer = run(command, 1, Protection.FULL, this::changeKey);
    boolean done = answer.sliceFrom(answer.size() - 2).equals(Status.NATIVE_OK.bytes());
    if (!done || command.data().at(0) != MASTER) {
      return answer;
    }
    keys.close();
    return Status.NATIVE_OK.bytes();
  }

  private Outcome changeKey(Bytes header, Bytes data) {
    int number = header.at(0);
    if (number >= ChipMemory.KEYS) {
      return Outcome.refused(Status.NATIVE_NO_SUCH_KEY);
    }
    if (!holds(MASTER)) {
      return Outcome.refused(Status.NATIVE_PERMISSION_DENIED);
    }
    return number == MASTER ? changeMaster(data) : changeOther(number, data);
  }

  private Outcome changeMaster(Bytes data) {
    if (data.size() != KEY_SIZE + 1) {
      return Outcome.refused(Status.NATIVE_LENGTH);
    }
    setKey(MASTER, data.slice(0, KEY_SIZE), data.at(KEY_SIZE));
    return Outcome.DONE;
  }

  /** The new key comes mixed with the old one; a check over the new one shows that both agree. */
  private Outcome changeOther(int number, Bytes data) {
    if (data.size() != KEY_SIZE + 1 + CHECK_SIZE) {
      return Outcome.refused(Status.NATIVE_LENGTH);
    }
    Bytes next = ChipAes.xor(data.slice(0, KEY_SIZE), memory.keyValue(number).value());
    if (!check(next).equals(data.sliceFrom(KEY_SIZE + 1))) {
      return Outcome.refused(Status.NATIVE_INTEGRITY);
    }
    setKey(number, next, data.at(KEY_SIZE));
    return Outcome.DONE;
  }

  private void setKey(int number, Bytes key, int version) {
    memory.setKey(number, new ChipKey(new AesKey(key), version, 0, 0));
  }

  private static Bytes check(Bytes key) {
    CRC32 crc = new CRC32();
    crc.update(key.toArray());
    long inverted = ~crc.getValue();
    return Bytes.of(
        (int) inverted & 0xFF,
        (int) (inverted >> 8) & 0xFF,
        (int) (inverted >> 16) & 0xFF,
        (int) (inverted >> 24) & 0xFF);
  }

  /** How a file may be used in the present session. */
  @FunctionalInterface
  private interface Use {
    Optional<Protection> of(ChipFile file);
  }

  private Optional<Protection> readProtection(ChipFile file) {
    return file.rights().granted(file.rights().read(), keys.session(), file.protection());
  }

  private Optional<Protection> writeProtection(ChipFile file) {
    return file.rights().granted(file.rights().write(), keys.session(), file.protection());
  }

  private Bytes onRun(CommandApdu command, Use use, Step step) {
    if (command.data().size() < RUN_HEADER) {
      return failed(Status.NATIVE_LENGTH);
    }
    Optional<ChipFile> file = memory.file(command.data().at(0));
    if (file.isEmpty()) {
      return failed(Status.NATIVE_FILE_NOT_FOUND);
    }
    return use.of(file.get())
        .map(protection -> run(command, RUN_HEADER, protection, step))
        .orElseGet(() -> failed(Status.NATIVE_PERMISSION_DENIED));
  }

  private Outcome read(Bytes header, Bytes data) {
    ChipFile file = memory.file(header.at(0)).orElseThrow();
    int from = offset(header);
    int to = length(header) == 0 ? file.slot().size() : from + length(header);
    if (from >= file.slot().size() || to > file.slot().size()) {
      return Outcome.refused(Status.NATIVE_BOUNDARY);
    }
    return reads
        .shown(file)
        .map(content -> Outcome.of(content.slice(from, to)))
        .orElse(Outcome.refused(Status.NATIVE_PERMISSION_DENIED));
  }

  private Outcome write(Bytes header, Bytes data, WriteGate gate) {
    ChipFile file = memory.file(header.at(0)).orElseThrow();
    if (data.isEmpty() || data.size() != length(header)) {
      return Outcome.refused(Status.NATIVE_LENGTH);
    }
    if (offset(header) + data.size() > file.slot().size()) {
      return Outcome.refused(Status.NATIVE_BOUNDARY);
    }
    file.write(offset(header), data.slice(0, gate.stored(data.size())));
    return Outcome.DONE;
  }

  private static int offset(Bytes header) {
    return number(header.slice(1, 4));
  }

  private static int length(Bytes header) {
    return number(header.slice(4, RUN_HEADER));
  }

  private static int number(Bytes bytes) {
    return bytes.at(0) | (bytes.at(1) << 8) | (bytes.at(2) << 16);
  }
}
