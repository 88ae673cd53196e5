package tapwright.core.tag.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.core.Bytes;
import tapwright.core.tag.memory.NdefShape;

class NdefFilePlanTest {

  private static final int FILE_SIZE = 1024;
  private static final NdefFile EMPTY = new NdefFile(Bytes.zeros(FILE_SIZE));

  @ParameterizedTest
  @ValueSource(ints = {1, 254, 255, 256, 511, 512, 700})
  void emptyFile_getsDataThenLength(int size) {
    Bytes message = record(size, 'a');
    NdefFilePlan plan = plan(EMPTY, message, 255);
    List<FileWrite> writes = plan.writes();
    assertEquals(new FileWrite(0, NdefFile.lengthOf(size)), writes.getLast());
    assertEquals(Math.ceilDiv(size, 255) + 1, writes.size());
    assertEquals(message, applied(EMPTY, writes).message());
  }

  @Test
  void sameMessage_takesNoWrite() {
    NdefFile file = NdefFile.holding(record(57, 'a'));
    assertEquals(List.of(), plan(file, record(57, 'a'), 255).writes());
  }

  @Test
  void oldMessage_isTakenAwayFirst_andOnlyWhatDiffersIsWritten() {
    Bytes old = record(57, 'a');
    Bytes changed = old.with(20, Bytes.ofUtf8("xyz")).with(50, Bytes.ofUtf8("x"));
    assertEquals(
        List.of(
            new FileWrite(0, Bytes.of(0, 0)),
            new FileWrite(22, changed.slice(20, 51)),
            new FileWrite(0, Bytes.of(0, 57))),
        plan(NdefFile.holding(old), changed, 255).writes());
    assertEquals(
        List.of(
            new FileWrite(0, Bytes.of(0, 0)),
            new FileWrite(22, Bytes.ofUtf8("xyz")),
            new FileWrite(52, Bytes.ofUtf8("x")),
            new FileWrite(0, Bytes.of(0, 57))),
        plan(NdefFile.holding(old), changed, 16).writes());
  }

  @Test
  void whatWasNotRead_isWritten() {
    NdefFile start = new NdefFile(Bytes.zeros(20));
    Bytes message = Bytes.zeros(30);
    assertEquals(
        List.of(new FileWrite(20, Bytes.zeros(12)), new FileWrite(0, Bytes.of(0, 30))),
        plan(start, message, 255).writes());
  }

  @Test
  void erasing_leavesNoByteOfTheMessage() {
    NdefFile file = NdefFile.holding(record(57, 'a'));
    NdefFilePlan plan = NdefFilePlan.erasing(file, 255);
    assertEquals(Bytes.zeros(59), applied(file, plan.writes()).bytes());
    assertEquals(new FileWrite(0, Bytes.of(0, 0)), plan.writes().getFirst());
  }

  /** A first record that says it is the last: cut there, NLEN would show that one alone. */
  @ParameterizedTest
  @CsvSource({"256, 300", "44, 300"})
  void lengthThatCouldCutAtARecordsEnd_isWrittenByteByByte(int first, int whole) {
    Bytes message = record(first, 'a').plus(record(whole - first, 'b'));
    List<FileWrite> writes = plan(EMPTY, message, 255).writes();
    assertEquals(1, writes.getLast().data().size());
    assertEquals(1, writes.get(writes.size() - 2).data().size());
    assertNoTearShowsAnythingElse(EMPTY, message, 255);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tornAnywhere_showsOldNoneOrNew(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      Bytes old = record(10 + random.nextInt(500), 'o');
      Bytes message = record(10 + random.nextInt(500), 'n');
      NdefFile start = new NdefFile(NdefFile.holding(old).bytes().padTo(FILE_SIZE));
      assertNoTearShowsAnythingElse(start, message, 1 + random.nextInt(255));
    }
  }

  /** Every prefix, every suffix and a mix of each write. */
  private static void assertNoTearShowsAnythingElse(NdefFile start, Bytes message, int chunk) {
    List<FileWrite> writes = plan(start, message, chunk).writes();
    NdefFile file = start;
    for (FileWrite write : writes) {
      for (FileWrite torn : tears(write)) {
        Optional<Bytes> shown = shown(applied(file, List.of(torn)));
        assertTrue(
            shown.isEmpty() || shown.equals(shown(start)) || shown.get().equals(message),
            () -> "torn at " + torn.offset() + ": " + shown);
      }
      file = applied(file, List.of(write));
    }
    assertEquals(message, file.message());
  }

  private static List<FileWrite> tears(FileWrite write) {
    List<FileWrite> torn = new ArrayList<>();
    for (int at = 1; at < write.data().size(); at++) {
      torn.add(new FileWrite(write.offset(), write.data().slice(0, at)));
      torn.add(new FileWrite(write.offset() + at, write.data().sliceFrom(at)));
    }
    return torn;
  }

  /** As a lenient phone reads: what NLEN covers, if that passes for a message. */
  private static Optional<Bytes> shown(NdefFile file) {
    return Optional.of(file)
        .filter(NdefFile::isComplete)
        .map(NdefFile::message)
        .filter(NdefShape::isMessage);
  }

  private static NdefFilePlan plan(NdefFile file, Bytes message, int chunk) {
    return NdefFilePlan.of(file, message, chunk);
  }

  private static NdefFile applied(NdefFile file, List<FileWrite> writes) {
    Bytes bytes = file.bytes();
    for (FileWrite write : writes) {
      bytes = bytes.padTo(write.offset() + write.data().size());
      bytes = bytes.with(write.offset(), write.data());
    }
    return new NdefFile(bytes);
  }

  /** A record of so many bytes that says it is the last one; of media type "a/b" where long. */
  private static Bytes record(int size, char letter) {
    Bytes header =
        size < 3
            ? Bytes.of(0xD0).padTo(size)
            : size <= 258
                ? Bytes.of(0xD5, 0x00, size - 3)
                : Bytes.of(0xC5, 0x00, 0, 0, (size - 6) >> 8, (size - 6) & 0xFF);
    return header.plus(Bytes.ofUtf8(String.valueOf(letter).repeat(size - header.size())));
  }
}
