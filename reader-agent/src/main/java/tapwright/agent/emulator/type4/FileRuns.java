package tapwright.agent.emulator.type4;

import tapwright.core.Bytes;

/** What ReadData and WriteData do in the chip (NT4H2421Gx data sheet, section 10.8). */
record FileRuns(ChipMemory memory, SignedReads reads) {

  /** File number, offset and length, three bytes each but the first. */
  static final int HEADER = 7;

  Outcome read(Bytes header, Bytes data) {
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

  Outcome write(Bytes header, Bytes data, WriteGate gate) {
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
    return number(header.slice(4, HEADER));
  }

  private static int number(Bytes bytes) {
    return bytes.at(0) | (bytes.at(1) << 8) | (bytes.at(2) << 16);
  }
}
