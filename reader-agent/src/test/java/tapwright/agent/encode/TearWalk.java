package tapwright.agent.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.Tear;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;

/**
 * Every way to tear a tag from the field while a message is written: at each write, after each
 * number of its bytes, the last of which only loses the answer.
 */
final class TearWalk {

  /** How a message comes onto a tag. */
  @FunctionalInterface
  interface Writer {

    /** One presentation; ends with a fault when the tag is torn. */
    void write(EmulatedTag tag, Bytes message);
  }

  private final Writer writer;
  private final List<String> violations = new ArrayList<>();
  private int situations;

  TearWalk(Writer writer) {
    this.writer = writer;
  }

  int situations() {
    return situations;
  }

  /** What a phone would have shown that it never should; empty for a good writer. */
  List<String> violations() {
    return violations;
  }

  void walk(EmulatedTag start, Bytes message) {
    EmulatedTag whole = CopiedTag.of(start);
    writer.write(whole, message);
    expect("whole", view(whole), List.of(hex(message)));
    for (int write = 1; write <= whole.writes(); write++) {
      for (int bytes = 0; bytes <= 4; bytes++) {
        tear(start, message, new Tear(write, bytes));
      }
    }
  }

  private void tear(EmulatedTag start, Bytes message, Tear tear) {
    situations++;
    EmulatedTag tag = CopiedTag.of(start);
    tag.tearAt(tear);
    String place = start.chip() + " " + message.size() + " bytes, " + tear;
    try {
      writer.write(tag, message);
      violations.add(place + ": the tear was not noticed");
    } catch (ReaderFault torn) {
      expect(place, view(tag), List.of(PhoneView.NOTHING, view(start), hex(message)));
    }
    writer.write(tag, message);
    expect(place + ", second presentation", view(tag), List.of(hex(message)));
  }

  private void expect(String place, String shown, List<String> allowed) {
    if (!allowed.contains(shown)) {
      violations.add(place + ": shows " + shown);
    }
  }

  private static String view(EmulatedTag tag) {
    return PhoneView.of(tag.memory());
  }

  private static String hex(Bytes message) {
    return message.toHex().toLowerCase(Locale.ROOT);
  }
}
