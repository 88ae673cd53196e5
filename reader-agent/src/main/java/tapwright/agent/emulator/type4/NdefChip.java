package tapwright.agent.emulator.type4;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Bytes;

/**
 * A plain Type 4 tag: the NDEF application with its capability container and one NDEF file (NFC Forum
 * Type 4 Tag, section 5).
 */
public final class NdefChip implements Type4Chip {

  private static final int WRITE_ACCESS = 14;
  private static final int MAPPING = 2;
  private static final int MLE = 3;
  private static final int MLC = 5;
  private static final int FILE_SIZE = 11;

  private final Type4Shape shape;
  private final Bytes container;
  private Bytes ndef;
  private boolean applicationSelected;
  private int selectedFile;

  private NdefChip(Type4Shape shape, Bytes container, Bytes ndef) {
    this.shape = shape;
    this.container = container;
    this.ndef = ndef;
  }

  /** A tag with an empty message. */
  public static NdefChip blank(Type4Shape shape) {
    return new NdefChip(shape, shape.container(), Bytes.zeros(shape.fileBytes()));
  }

  /** The same for ever: the container forbids writing. */
  public NdefChip readOnly() {
    return new NdefChip(shape, container.with(WRITE_ACCESS, Bytes.of(0xFF)), ndefFile());
  }

  /** The tag that was stored so; empty when it is none. */
  public static Optional<NdefChip> restore(Map<String, Bytes> stored) {
    Bytes container = stored.getOrDefault("container", Bytes.EMPTY);
    Bytes ndef = stored.getOrDefault("ndef", Bytes.EMPTY);
    if (container.size() != Type4Shape.CONTAINER_SIZE || stored.size() != 2) {
      return Optional.empty();
    }
    int mapping = container.at(MAPPING) >> 4;
    boolean fits =
        (mapping == 1 || mapping == 2)
            && ndef.size() == number(container, FILE_SIZE)
            && number(container, MLE) >= 15
            && number(container, MLC) >= 1
            && ndef.size() >= 5;
    return fits
        ? Optional.of(new NdefChip(shape(mapping, container), container, ndef))
        : Optional.empty();
  }

  private static Type4Shape shape(int mapping, Bytes container) {
    return new Type4Shape(
        mapping, number(container, MLE), number(container, MLC), number(container, FILE_SIZE));
  }

  private static int number(Bytes bytes, int at) {
    return (bytes.at(at) << 8) | bytes.at(at + 1);
  }

  @Override
  public void powerUp() {
    applicationSelected = false;
    selectedFile = 0;
  }

  @Override
  public Bytes ndefFile() {
    return ndef;
  }

  @Override
  public Map<String, Bytes> stored() {
    Map<String, Bytes> stored = new LinkedHashMap<>();
    stored.put("container", container);
    stored.put("ndef", ndefFile());
    return stored;
  }

  @Override
  public Bytes answer(Bytes command, WriteGate gate) {
    return CommandApdu.parse(command)
        .map(parsed -> parsed.cla() == 0 ? iso(parsed, gate) : Status.UNKNOWN_CLASS.bytes())
        .orElse(Status.WRONG_LENGTH.bytes());
  }

  private Bytes iso(CommandApdu command, WriteGate gate) {
    return switch (command.ins()) {
      case 0xA4 -> select(command).bytes();
      case 0xB0 -> read(command);
      case 0xD6 -> update(command, gate).bytes();
      default -> Status.UNKNOWN_INSTRUCTION.bytes();
    };
  }

  /** Mapping version 1 selects with P2 00, version 2 says that no answer is wanted: P2 0C. */
  private Status select(CommandApdu command) {
    return switch (command.p1()) {
      case 0x04 -> selectApplication(command.data());
      case 0x00 -> selectFile(command.data());
      default -> Status.WRONG_PARAMETERS;
    };
  }

  private Status selectApplication(Bytes name) {
    if (!name.equals(shape.application())) {
      return Status.FILE_NOT_FOUND;
    }
    applicationSelected = true;
    selectedFile = 0;
    return Status.OK;
  }

  private Status selectFile(Bytes id) {
    int wanted = id.size() == 2 ? number(id, 0) : 0;
    boolean there = wanted == Type4Shape.CONTAINER_FILE || wanted == Type4Shape.NDEF_FILE;
    if (!applicationSelected || !there) {
      return Status.FILE_NOT_FOUND;
    }
    selectedFile = wanted;
    return Status.OK;
  }

  private Bytes read(CommandApdu command) {
    Bytes content = selectedFile == Type4Shape.NDEF_FILE ? ndefFile() : container;
    if (selectedFile == 0) {
      return Status.CONDITIONS_NOT_MET.bytes();
    }
    if (command.ne() == 0 || tooMuch(command)) {
      return Status.WRONG_LENGTH.bytes();
    }
    int from = command.p1p2();
    return from >= content.size()
        ? Status.OUTSIDE_OF_FILE.bytes()
        : Status.OK.after(content.slice(from, Math.min(from + Math.min(command.ne(), shape.mle()), content.size())));
  }

  /** A short Le of 00 asks for 256 bytes, and means as many as there may be. */
  private boolean tooMuch(CommandApdu command) {
    return command.ne() > shape.mle() && command.ne() != CommandApdu.MOST_SHORT;
  }

  private Status update(CommandApdu command, WriteGate gate) {
    if (selectedFile == 0) {
      return Status.CONDITIONS_NOT_MET;
    }
    if (selectedFile == Type4Shape.CONTAINER_FILE || container.at(WRITE_ACCESS) != 0) {
      return Status.SECURITY_NOT_SATISFIED;
    }
    Bytes data = command.data();
    if (data.isEmpty() || data.size() > shape.mlc()) {
      return Status.WRONG_LENGTH;
    }
    if (command.p1p2() + data.size() > ndef.size()) {
      return Status.OUTSIDE_OF_FILE;
    }
    Bytes kept = data.slice(0, gate.stored(data.size()));
    ndef = ndef.with(command.p1p2(), kept);
    return Status.OK;
  }
}
