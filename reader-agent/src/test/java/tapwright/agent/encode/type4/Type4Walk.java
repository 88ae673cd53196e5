package tapwright.agent.encode.type4;

import java.util.ArrayList;
import java.util.List;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.Tear;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;

/**
 * Every way to disturb the writing of a message to a Type 4 tag: each exchange lifted before it,
 * its answer lost or unclear, and each write torn after each number of its bytes (a prefix is
 * stored; the plan's own test has mixes). Presented again it has to hold the message.
 */
final class Type4Walk {

  /** How a message comes onto a tag. */
  @FunctionalInterface
  interface Writer {

    /** One presentation; may end with a fault. */
    void write(FaultyCard card, Bytes message);
  }

  /** From here on only each seventh byte is a place to tear: the middle of data looks the same. */
  private static final int EACH_BYTE_UP_TO = 8;

  private final Writer writer;
  private final List<String> violations = new ArrayList<>();
  private int situations;

  Type4Walk(Writer writer) {
    this.writer = writer;
  }

  int situations() {
    return situations;
  }

  /** What a phone would have shown that it never should; empty for a good writer. */
  List<String> violations() {
    return violations;
  }

  void walk(EmulatedType4Tag start, Bytes message) {
    EmulatedType4Tag whole = Type4Bench.copyOf(start);
    FaultyCard sound = FaultyCard.sound(whole);
    writer.write(sound, message);
    for (FaultyCard.Fault fault : FaultyCard.Fault.values()) {
      for (int exchange = 1; exchange <= sound.exchanges(); exchange++) {
        EmulatedType4Tag tag = Type4Bench.copyOf(start);
        disturb(start, new FaultyCard(tag, exchange, fault), tag, message);
      }
    }
    for (int write = 1; write <= whole.writes(); write++) {
      for (int bytes = 0; bytes <= message.size(); bytes += bytes < EACH_BYTE_UP_TO ? 1 : 7) {
        EmulatedType4Tag tag = Type4Bench.copyOf(start);
        tag.tearAt(new Tear(write, bytes));
        disturb(start, FaultyCard.sound(tag), tag, message);
      }
    }
  }

  private void disturb(
      EmulatedType4Tag start, FaultyCard card, EmulatedType4Tag tag, Bytes message) {
    situations++;
    try {
      writer.write(card, message);
    } catch (ReaderFault torn) {
      expect(tag, List.of(Bytes.EMPTY, Type4Bench.message(start), message));
    }
    writer.write(FaultyCard.sound(tag), message);
    expect(tag, List.of(message));
  }

  private void expect(EmulatedType4Tag tag, List<Bytes> allowed) {
    Bytes shown = Type4Bench.message(tag);
    if (!allowed.contains(shown)) {
      violations.add("situation " + situations + " shows " + shown);
    }
  }
}
