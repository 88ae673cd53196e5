package tapwright.agent.encode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.TagAnswer;
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

  /**
   * What a phone shows of what it reads, the mirror laid over; the tag's own UID with a counter
   * counts as the placeholder that it stands for.
   */
  private static String view(EmulatedTag tag) {
    EmulatedTag read = CopiedTag.of(tag);
    read.place();
    Bytes memory = Bytes.EMPTY;
    for (int page = 0; page <= read.chip().lastUserPage(); page += 4) {
      if (read.answer(Bytes.of(0x30, page)) instanceof TagAnswer.Data(Bytes pages)) {
        memory = memory.plus(pages);
      }
    }
    String mirrored = hex(Bytes.ofUtf8(tag.uid() + "x")) + "(3[0-9]|4[1-6]){6}";
    String placeholder = hex(Bytes.ofUtf8(EncodeRequest.MIRROR_PLACEHOLDER));
    return PhoneView.of(memory).replaceAll(mirrored, placeholder);
  }

  private static String hex(Bytes message) {
    return message.toHex().toLowerCase(Locale.ROOT);
  }
}
