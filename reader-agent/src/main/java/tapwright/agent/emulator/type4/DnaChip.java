package tapwright.agent.emulator.type4;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tapwright.core.Bytes;
import tapwright.core.tag.Uid;

/**
 * An NTAG 424 DNA: selection, reading and writing by ISO commands, and its native commands (NT4H2421Gx
 * data sheet rev. 3.0, section 10). It knows AES mode only, no LRP, and no SetConfiguration.
 */
public final class DnaChip implements Type4Chip {

  private static final int NATIVE = 0x90;
  private static final int ADDITIONAL_FRAME = 0xAF;

  private final ChipMemory memory;
  private final KeyExchange keys;
  private final SignedReads reads;
  private final IsoCommands iso;
  private final NativeCommands nativeCommands;
  private final VersionFrames version;
  private boolean applicationSelected;

  private DnaChip(Uid uid, ChipMemory memory, RandomGenerator random) {
    this.memory = memory;
    this.keys = new KeyExchange(memory, random);
    this.reads = new SignedReads(memory, keys, uid);
    this.iso = new IsoCommands(memory, reads);
    this.nativeCommands = new NativeCommands(memory, keys, reads, uid);
    this.version = new VersionFrames(uid);
  }

  /** A chip as it leaves the factory; its challenges are drawn from the generator. */
  public static DnaChip blank(Uid uid, RandomGenerator random) {
    return new DnaChip(uid, ChipMemory.blank(), random);
  }

  /** The chip that was stored so; empty when it is none. */
  public static Optional<DnaChip> restore(
      Uid uid, Map<String, Bytes> stored, RandomGenerator random) {
    return ChipMemory.restore(stored).map(memory -> new DnaChip(uid, memory, random));
  }

  @Override
  public void powerUp() {
    keys.close();
    reads.end();
    iso.deselect();
    version.end();
    applicationSelected = false;
  }

  @Override
  public Bytes ndefFile() {
    return memory.ndef().content();
  }

  @Override
  public Map<String, Bytes> stored() {
    return memory.stored();
  }

  @Override
  public Bytes answer(Bytes command, WriteGate gate) {
    Optional<CommandApdu> parsed = CommandApdu.parse(command);
    if (parsed.isEmpty()) {
      return Status.WRONG_LENGTH.bytes();
    }
    reads.follow(parsed.get());
    return switch (parsed.get().cla()) {
      case 0x00 -> isoAnswer(parsed.get(), gate);
      case NATIVE -> nativeAnswer(parsed.get(), gate);
      default -> Status.UNKNOWN_CLASS.bytes();
    };
  }

  /** ISO commands end a session: the worse of what a reader could meet. */
  private Bytes isoAnswer(CommandApdu command, WriteGate gate) {
    keys.close();
    version.end();
    if (command.ins() == IsoCommands.SELECT) {
      Status selected = iso.select(command, applicationSelected);
      applicationSelected |= selected == Status.OK;
      return selected.bytes();
    }
    return iso.answer(command, gate);
  }

  private Bytes nativeAnswer(CommandApdu command, WriteGate gate) {
    if (command.p1p2() != 0) {
      return Status.NATIVE_PARAMETER.bytes();
    }
    if (command.ins() == ADDITIONAL_FRAME) {
      return keys.waitsForProof() ? keys.prove(command.data()) : version.next();
    }
    keys.abort();
    version.end();
    if (command.ins() == VersionFrames.COMMAND) {
      return version.begin();
    }
    return applicationSelected
        ? nativeCommands.answer(command, gate)
        : Status.NATIVE_PERMISSION_DENIED.bytes();
  }
}
