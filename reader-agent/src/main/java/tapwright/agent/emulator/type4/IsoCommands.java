package tapwright.agent.emulator.type4;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;

/** ISO SELECT, READ BINARY and UPDATE BINARY of NTAG 424 DNA (data sheet, section 10.9). */
final class IsoCommands {

  static final int SELECT = 0xA4;

  private static final Bytes APPLICATION = Bytes.ofHex("D2760000850101");
  private static final int APPLICATION_ID = 0xE110;
  private static final int SHORT_IDENTIFIER = 0x80;
  private static final int SHORT_IDENTIFIER_VALUE = 0x1F;

  /** A short identifier is the last five bits of the file's own (section 8.2.3.2). */
  private static final int FIRST_ID = 0xE100;

  private final ChipMemory memory;
  private final SignedReads reads;
  private @Nullable ChipFile selected;

  IsoCommands(ChipMemory memory, SignedReads reads) {
    this.memory = memory;
    this.reads = reads;
  }

  void deselect() {
    selected = null;
  }

  Status select(CommandApdu command, boolean applicationSelected) {
    Bytes name = command.data();
    return switch (command.p1()) {
      case 0x04 -> selectApplication(name.equals(APPLICATION));
      case 0x00, 0x02 ->
          id(name) == APPLICATION_ID
              ? selectApplication(true)
              : selectFile(applicationSelected ? memory.isoFile(id(name)) : Optional.empty());
      default -> Status.WRONG_PARAMETERS;
    };
  }

  private Status selectApplication(boolean known) {
    if (known) {
      selected = null;
    }
    return known ? Status.OK : Status.FILE_NOT_FOUND;
  }

  private Status selectFile(Optional<ChipFile> file) {
    file.ifPresent(found -> selected = found);
    return file.isPresent() ? Status.OK : Status.FILE_NOT_FOUND;
  }

  private static int id(Bytes name) {
    return name.size() == 2 ? (name.at(0) << 8) | name.at(1) : 0;
  }

  Bytes answer(CommandApdu command, WriteGate gate) {
    if ((command.p1() & SHORT_IDENTIFIER) != 0) {
      int id = FIRST_ID | (command.p1() & SHORT_IDENTIFIER_VALUE);
      Optional<ChipFile> named = memory.isoFile(id);
      if (selectFile(named) != Status.OK) {
        return Status.FILE_NOT_FOUND.bytes();
      }
    }
    ChipFile file = selected;
    if (file == null) {
      return Status.CONDITIONS_NOT_MET.bytes();
    }
    return switch (command.ins()) {
      case 0xB0 -> read(file, command);
      case 0xD6 -> update(file, command, gate).bytes();
      default -> Status.UNKNOWN_INSTRUCTION.bytes();
    };
  }

  private static int offset(CommandApdu command) {
    return (command.p1() & SHORT_IDENTIFIER) != 0 ? command.p2() : command.p1p2();
  }

  /** What goes beyond the file's end is left out, as table 87 of section 10.9.2 has it. */
  private Bytes read(ChipFile file, CommandApdu command) {
    FileRights rights = file.rights();
    if (rights.read() != FileRights.FREE && rights.readWrite() != FileRights.FREE) {
      return Status.SECURITY_NOT_SATISFIED.bytes();
    }
    int from = offset(command);
    int rest = file.slot().size() - from;
    if (rest <= 0) {
      return Status.WRONG_PARAMETERS.bytes();
    }
    if (command.ne() == 0) {
      return Status.WRONG_LENGTH.bytes();
    }
    int to = from + Math.min(command.ne(), rest);
    return reads
        .shown(file)
        .map(content -> Status.OK.after(content.slice(from, to)))
        .orElse(Status.SECURITY_NOT_SATISFIED.bytes());
  }

  private static Status update(ChipFile file, CommandApdu command, WriteGate gate) {
    FileRights rights = file.rights();
    if (rights.write() != FileRights.FREE && rights.readWrite() != FileRights.FREE) {
      return Status.SECURITY_NOT_SATISFIED;
    }
    Bytes data = command.data();
    if (data.isEmpty() || offset(command) + data.size() > file.slot().size()) {
      return Status.WRONG_LENGTH;
    }
    file.write(offset(command), data.slice(0, gate.stored(data.size())));
    return Status.OK;
  }
}
