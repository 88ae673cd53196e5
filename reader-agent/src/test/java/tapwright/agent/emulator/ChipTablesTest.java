package tapwright.agent.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tapwright.core.Bytes;
import tapwright.core.tag.DynamicLock;
import tapwright.core.tag.LockBit;
import tapwright.core.tag.TagModel;

/** Two tables of the same chips, drawn up apart: the planner's and the emulator's. */
class ChipTablesTest {

  /** Both the 17 pF and the 50 pF Ultralight EV1 have one emulated chip, of 17 pF. */
  private static Stream<Arguments> pairs() {
    return Arrays.stream(EmulatedChip.values())
        .flatMap(chip -> modelOf(chip).map(model -> Arguments.of(chip, model)).stream());
  }

  private static Optional<TagModel> modelOf(EmulatedChip chip) {
    return chip == EmulatedChip.COPIED_NTAG215
        ? Optional.of(TagModel.NTAG215)
        : Arrays.stream(TagModel.values())
            .filter(model -> model.name().equals(chip.name()))
            .findFirst();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void tables_sayTheSame(EmulatedChip chip, TagModel model) {
    assertEquals(chip.version(), model.version().orElse(Bytes.EMPTY));
    assertEquals(chip.lastUserPage(), model.lastUserPage());
    assertEquals(chip.pageCount(), model.pageCount());
    assertEquals(chip.dynamicLock().map(LockLayout::page), model.dynamicLockPage());
    assertEquals(chip.hasPassword(), model.hasConfigurationPages());
    assertEquals(chip.configurationPage(), model.configurationPage());
    Bytes container = chip.factoryCapabilityContainer();
    assertEquals(container.equals(Bytes.zeros(4)), model.shipsWithoutContainer());
    Bytes start = chip.factoryUserStart();
    assertEquals(
        model.leadingTlvs(), start.slice(0, Math.min(start.size(), model.leadingTlvs().size())));
  }

  /** Each bit of the lock page locks on the emulated chip just the pages that the model says. */
  @ParameterizedTest
  @MethodSource("pairs")
  void dynamicLockBits_lockTheirPagesAlone(EmulatedChip chip, TagModel model) {
    List<LockBit> bits = model.dynamicLock().map(DynamicLock::bits).orElse(List.of());
    for (int index = 0; index < 16; index++) {
      int bit = index;
      List<Integer> expected =
          bits.stream()
              .filter(it -> it.index() == bit)
              .flatMap(it -> IntStream.rangeClosed(it.firstPage(), it.lastPage()).boxed())
              .toList();
      assertEquals(expected, lockedBy(chip, model, index), chip + " bit " + index);
    }
  }

  private static List<Integer> lockedBy(EmulatedChip chip, TagModel model, int bit) {
    if (model.dynamicLockPage().isEmpty()) {
      return List.of();
    }
    Bytes lock = Bytes.zeros(4).with(bit / 8, Bytes.of(1 << bit % 8));
    int page = model.dynamicLockPage().orElseThrow();
    return lockedAfter(chip, Bytes.of(0xA2, page).plus(lock), 0x10, chip.lastPage());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void staticLockBits_lockOnePageEach(EmulatedChip chip, TagModel model) {
    for (int page = 3; page < 0x10; page++) {
      int bits = 1 << page;
      Bytes write = Bytes.of(0xA2, 2, 0, 0, bits & 0xFF, bits >> 8);
      assertEquals(List.of(page), lockedAfter(chip, write, 3, 0x0F), model + " page " + page);
    }
  }

  /** Which of the pages take no write after this one. */
  private static List<Integer> lockedAfter(EmulatedChip chip, Bytes write, int first, int last) {
    EmulatedTag tag = EmulatedTag.blank(chip, new Random(5));
    tag.place();
    assertInstanceOf(TagAnswer.Ack.class, tag.answer(write));
    return IntStream.rangeClosed(first, last)
        .filter(page -> page != write.at(1))
        .filter(page -> isRefused(tag, page))
        .boxed()
        .toList();
  }

  /** Writes what the page holds, so that no setting changes. */
  private static boolean isRefused(EmulatedTag tag, int page) {
    tag.cycleField();
    Bytes held = tag.memory().slice(page * 4, page * 4 + 4);
    return tag.answer(Bytes.of(0xA2, page).plus(held)) instanceof TagAnswer.Nak;
  }
}
