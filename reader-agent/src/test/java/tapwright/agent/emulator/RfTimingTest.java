package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tapwright.core.Bytes;

class RfTimingTest {

  /** Command and answer times of the data sheet's tables in section 10, beside the two delays. */
  @ParameterizedTest
  @CsvSource({"60, 8, 283, 868", "3000, 16, 368, 1548", "3902, 3, 368, 444", "3C00, 32, 368, 2908"})
  void readingCommand_takesWhatTheDataSheetSays(
      String frame, int bytes, int commandMicros, int answerMicros) {
    TagAnswer answer = new TagAnswer.Data(Bytes.zeros(bytes));
    long nanos = RfTiming.NTAG21X.exchangeNanos(Bytes.ofHex(frame), answer, false);
    assertEquals(commandMicros + answerMicros + 91 + 86, nanos / 1000.0, 1.0);
  }

  /** 708 µs of command, 4110 of programming, 57 of acknowledgement, 86 of silence. */
  @Test
  void write_takesItsProgramming() {
    assertEquals(4961, RfTiming.NTAG21X.writeNanos() / 1000.0, 1.0);
  }

  @Test
  void tag_countsWhatReachesItAndHowLongThatTakes() {
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG215, new Random(1));
    tag.place();
    tag.answer(Bytes.ofHex("A204D1010000"));
    tag.answer(Bytes.ofHex("3A0006"));
    RfTiming timing = RfTiming.NTAG21X;
    assertEquals(
        new Airtime(2, timing.activationNanos() + timing.writeNanos() + timing.fastReadNanos(7)),
        tag.airtime());
  }

  @Test
  void refusedWrite_isNotProgrammed() {
    EmulatedTag tag = EmulatedTag.blank(EmulatedChip.NTAG215, new Random(1));
    tag.place();
    long before = tag.airtime().nanos();
    tag.answer(Bytes.ofHex("A200D1010000"));
    long spent = tag.airtime().nanos() - before;
    assertEquals(708 + 91 + 57 + 86, spent / 1000.0, 1.0);
  }
}
