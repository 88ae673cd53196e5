package tapwright.core.tag.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;
import tapwright.core.tag.Sample;
import tapwright.core.tag.TagModel;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.memory.PageWrite;

class WritePlanTest {

  @ParameterizedTest
  @CsvSource({
    "NTAG215, 57, 15", "NTAG215, 150, 39", "NTAG216, 57, 15", "NTAG216, 150, 39",
    "NTAG213, 57, 16", "NTAG213, 137, 35", "MF0UL11, 46, 13", "MF0UL21, 126, 33"
  })
  void blankTag_takesOneWriteAPage(TagModel model, int bytes, int writes) {
    WritePlan plan = WritePlan.of(Sample.blank(model), Sample.link(bytes)).orThrow();
    assertEquals(writes, plan.writes().size());
  }

  @Test
  void blankTag_dataAscending_lengthPageLast() {
    List<PageWrite> writes =
        WritePlan.of(Sample.blank(TagModel.NTAG215), Sample.link(12)).orThrow().writes();
    assertEquals(
        List.of(
            new PageWrite(5, Bytes.ofHex("08550465")),
            new PageWrite(6, Bytes.ofHex("78616D70")),
            new PageWrite(7, Bytes.ofHex("6C65FE00")),
            new PageWrite(4, Bytes.ofHex("030CD101"))),
        writes);
  }

  @Test
  void unknownProtection_lastDataPageFirst() {
    List<Integer> pages =
        WritePlan.of(Sample.glimpsed(TagModel.NTAG215), Sample.link(12)).orThrow().writes().stream()
            .map(PageWrite::page)
            .toList();
    assertEquals(List.of(7, 5, 6, 4), pages);
  }

  @Test
  void ntag213_keepsTheFactoryLockControlTlv() {
    List<PageWrite> writes =
        WritePlan.of(Sample.blank(TagModel.NTAG213), Sample.link(8)).orThrow().writes();
    assertEquals(new PageWrite(5, Bytes.ofHex("340308D1")), writes.getLast());
    assertTrue(writes.stream().noneMatch(write -> write.page() == 4));
  }

  @Test
  void blankUltralight_containerFirst() {
    List<PageWrite> writes =
        WritePlan.of(Sample.blank(TagModel.MF0UL21), Sample.link(57)).orThrow().writes();
    assertEquals(new PageWrite(3, Bytes.ofHex("E1101000")), writes.getFirst());
  }

  @ParameterizedTest
  @EnumSource
  void sameMessage_noWrite(TagModel model) {
    TagSnapshot tag = Sample.holding(model, Sample.link(40));
    assertEquals(List.of(), WritePlan.of(tag, Sample.link(40)).orThrow().writes());
  }

  @Test
  void oldMessage_lengthZeroFirst_lastWriteChangesOnlyTheLength() {
    TagSnapshot tag = Sample.holding(TagModel.NTAG215, Sample.link(40));
    Bytes wanted = Sample.linkAndContact(40, 60);
    List<PageWrite> writes = WritePlan.of(tag, wanted).orThrow().writes();
    assertEquals(new PageWrite(4, Bytes.ofHex("03009101")), writes.getFirst());
    assertEquals(new PageWrite(4, Bytes.ofHex("03649101")), writes.getLast());
  }

  @Test
  void longLength_lastWriteChangesItsFirstByteOnly() {
    TagSnapshot tag = Sample.holding(TagModel.NTAG216, Sample.contact(400));
    List<PageWrite> writes = WritePlan.of(tag, Sample.contact(300)).orThrow().writes();
    assertEquals(new PageWrite(4, Bytes.ofHex("0300012C")), writes.getFirst());
    assertEquals(new PageWrite(4, Bytes.ofHex("03FF012C")), writes.getLast());
  }

  @Test
  void differingPagesOnly_areWritten() {
    TagSnapshot tag = Sample.holding(TagModel.NTAG215, Sample.link(100));
    Bytes wanted = Sample.link(100).with(50, Bytes.ofUtf8("Z"));
    assertEquals(3, WritePlan.of(tag, wanted).orThrow().writes().size());
  }

  /** What the analysis is for: the order of most tools, length first, must not pass it. */
  @Test
  void lengthFirst_isNotSafe() {
    TagSnapshot tag = Sample.holding(TagModel.NTAG215, Sample.link(40));
    Bytes wanted = Sample.link(40).with(30, Bytes.ofUtf8("ZZZZZZ"));
    List<PageWrite> inPlace = new ArrayList<>(WritePlan.of(tag, wanted).orThrow().writes());
    inPlace.removeFirst();
    inPlace.removeLast();
    assertFalse(TearAnalysis.isSafe(tag.image(), inPlace, wanted));
    TagSnapshot torn = Sample.blank(TagModel.NTAG215).with(5, Sample.link(60).slice(2, 58));
    List<PageWrite> lengthFirst =
        List.of(
            new PageWrite(4, Bytes.ofHex("033CD101")), new PageWrite(5, Bytes.ofHex("38550462")));
    assertFalse(TearAnalysis.isSafe(torn.image(), lengthFirst, Sample.link(50)));
  }
}
