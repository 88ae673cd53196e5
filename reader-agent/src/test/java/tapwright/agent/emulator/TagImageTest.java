package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.core.Bytes;

class TagImageTest {

  private static final RandomGenerator CHANCE = new SplittableRandom(7);

  private static EmulatedTag used(EmulatedChip chip) {
    EmulatedTag tag = EmulatedTag.blank(chip, new Random(3));
    tag.place();
    for (int page : new int[] {4, chip.lastUserPage(), chip.passwordPage()}) {
      tag.answer(Bytes.of(0xA2, page, 1, 2, 3, 4));
    }
    tag.answer(Bytes.of(0xA2, chip.configurationPage() + 1, 0x13, 5, 0, 0));
    tag.answer(Bytes.of(0x30, 4));
    tag.answer(Bytes.of(0x1B, 9, 9, 9, 9));
    return tag;
  }

  @ParameterizedTest
  @EnumSource(EmulatedChip.class)
  void image_roundTrips(EmulatedChip chip) {
    EmulatedTag tag = used(chip);
    List<String> lines = TagImage.write(tag);

    TagImage.Reading.Read read =
        assertInstanceOf(TagImage.Reading.Read.class, TagImage.read(lines, CHANCE));
    assertEquals(tag.memory(), assertInstanceOf(EmulatedTag.class, read.tag()).memory());
    assertEquals(tag.uid(), read.tag().uid());
    assertEquals(lines, TagImage.write(read.tag()));
    assertEquals("failed-tries " + (chip.hasPassword() ? 1 : 0), lines.get(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|tapwright-tag-image 2|tapwright-tag-image 1",
        "1|chip NTAG203|chip and one of NTAG210, NTAG212, NTAG213, NTAG213F, NTAG213TT, NTAG215,"
            + " NTAG216, NTAG216F, MF0UL11, MF0UL21, ULTRALIGHT_C, FEIJU_NTAG213,"
            + " COPIED_NTAG215, NTAG424, TYPE4, TYPE4_V1",
        "2|counters 0 0|counters and three numbers",
        "3|failed-tries x|failed-tries and a number",
        "4|00 04E1412|00 and 8 hexadecimal digits",
        "6|03 00000000|02 and 8 hexadecimal digits",
        "139|87 00000000|the end"
      })
  void brokenLine_isNamed(int index, String line, String expected) {
    List<String> lines = new ArrayList<>(TagImage.write(used(EmulatedChip.NTAG215)));
    lines.add("");
    lines.set(index, line);

    TagImage.Reading.Refused refused =
        assertInstanceOf(TagImage.Reading.Refused.class, TagImage.read(lines, CHANCE));
    assertEquals(
        "line %d of the image is \"%s\", expected is %s".formatted(index + 1, line, expected),
        refused.refusal().message());
  }

  @Test
  void missingLines_areNamed() {
    List<String> lines = TagImage.write(used(EmulatedChip.NTAG213));

    for (int size = 0; size < lines.size(); size++) {
      assertInstanceOf(TagImage.Reading.Refused.class, TagImage.read(lines.subList(0, size), CHANCE));
    }
  }

  @ParameterizedTest
  @EnumSource
  void type4Image_roundTrips(EmulatedType4Model model) {
    VirtualTag tag = model.blank(CHANCE);
    List<String> lines = TagImage.write(tag);

    TagImage.Reading.Read read =
        assertInstanceOf(TagImage.Reading.Read.class, TagImage.read(lines, CHANCE));
    assertEquals(tag.uid(), read.tag().uid());
    assertEquals(model, read.tag().kind());
    assertEquals(lines, TagImage.write(read.tag()));
  }

  @ParameterizedTest
  @EnumSource
  void type4Image_withAnyLineMissingTwiceOrCut_isRefused(EmulatedType4Model model) {
    List<String> lines = TagImage.write(model.blank(CHANCE));

    for (int index = 0; index < lines.size(); index++) {
      List<String> missing = new ArrayList<>(lines);
      String line = missing.remove(index);
      List<String> twice = new ArrayList<>(lines);
      twice.add(line);
      List<String> cut = new ArrayList<>(lines);
      cut.set(index, line.substring(0, line.length() - 2));
      for (List<String> broken : List.of(missing, twice, cut)) {
        assertInstanceOf(TagImage.Reading.Refused.class, TagImage.read(broken, CHANCE), line);
      }
    }
  }
}
