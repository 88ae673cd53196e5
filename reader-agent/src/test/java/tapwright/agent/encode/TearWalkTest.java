package tapwright.agent.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.Tear;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;

class TearWalkTest {

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FEIJU_NTAG213"})
  void tornAnywhere_natively_showsNothingWrongAndIsFinished(EmulatedChip chip) {
    walkAll(ReaderKind.ACR122U, chip, 500);
  }

  /** Such a reader cannot tell a blank Ultralight for certain, so it may not format one. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"MF0UL11", "MF0UL21", "ULTRALIGHT_C", "FEIJU_NTAG213"})
  void tornAnywhere_withoutNativeCommands_showsNothingWrongAndIsFinished(EmulatedChip chip) {
    walkAll(ReaderKind.FF_ONLY, chip, 500);
  }

  /** Seen through the mirror: its text may never lie over anything but its placeholder. */
  @ParameterizedTest
  @EnumSource(names = {"NTAG213", "NTAG213F", "NTAG215", "NTAG216", "NTAG216F"})
  void tornAnywhere_withMirror_showsNothingWrongAndIsFinished(EmulatedChip chip) {
    Bench bench = new Bench(ReaderKind.ACR122U);
    TearWalk walk =
        new TearWalk(
            (tag, message) ->
                assertInstanceOf(
                    EncodeOutcome.Verified.class,
                    bench.encode(tag, new EncodeRequest(List.of(message), Counting.MIRROR))));
    EmulatedTag mirroring = Bench.blank(chip);
    bench.encode(
        mirroring, new EncodeRequest(List.of(mirrored("example.com/old")), Counting.MIRROR));
    List<EmulatedTag> states = new ArrayList<>(startingStates(chip));
    states.add(mirroring);
    for (EmulatedTag start : states) {
      walk.walk(start, mirrored("example.com/t/AbC123"));
    }
    System.out.printf("tear walk, mirrored %s: %d situations%n", chip, walk.situations());
    assertEquals(List.of(), walk.violations());
    assertTrue(walk.situations() >= 400, walk.situations() + " situations");
  }

  private static Bytes mirrored(String address) {
    Bytes uri = Bytes.ofUtf8(address + "?m=" + EncodeRequest.MIRROR_PLACEHOLDER);
    return Bytes.of(0xD1, 0x01, uri.size() + 1, 0x55, 0x04).plus(uri);
  }

  /** The order of most tools. The walk has to find it out, or it proves nothing. */
  @Test
  void lengthFirst_isFoundOut() {
    TearWalk walk = new TearWalk(TearWalkTest::lengthFirst);
    for (EmulatedTag start : startingStates(EmulatedChip.NTAG215)) {
      walk.walk(start, Bench.link(57, 'n'));
    }
    assertFalse(walk.violations().isEmpty());
  }

  private static void walkAll(ReaderKind kind, EmulatedChip chip, int atLeast) {
    Bench bench = new Bench(kind);
    TearWalk walk =
        new TearWalk(
            (tag, message) ->
                assertInstanceOf(
                    EncodeOutcome.Verified.class, bench.encode(tag, Bench.request(message))));
    for (EmulatedTag start : startingStates(chip)) {
      for (Bytes message : messages(chip)) {
        walk.walk(start, message);
      }
    }
    System.out.printf("tear walk, %s %s: %d situations%n", kind, chip, walk.situations());
    assertEquals(List.of(), walk.violations());
    assertTrue(walk.situations() >= atLeast, walk.situations() + " situations");
  }

  /** Blank, with a short and with a long message, and torn in the middle of either. */
  private static List<EmulatedTag> startingStates(EmulatedChip chip) {
    Bench bench = new Bench(ReaderKind.ACR122U);
    EmulatedTag withShort = Bench.blank(chip);
    bench.encode(withShort, Bench.request(Bench.link(20, 's')));
    EmulatedTag withLong = Bench.blank(chip);
    bench.encode(withLong, Bench.request(longest(chip)));
    List<EmulatedTag> states = new ArrayList<>(List.of(Bench.blank(chip), withShort, withLong));
    states.add(torn(bench, Bench.blank(chip)));
    states.add(torn(bench, copyOf(withLong)));
    return states;
  }

  private static EmulatedTag torn(Bench bench, EmulatedTag tag) {
    tag.tearAt(new Tear(4, 2));
    assertThrows(ReaderFault.class, () -> bench.encode(tag, Bench.request(Bench.link(44, 't'))));
    return tag;
  }

  private static EmulatedTag copyOf(EmulatedTag tag) {
    return tapwright.agent.emulator.CopiedTag.of(tag);
  }

  private static List<Bytes> messages(EmulatedChip chip) {
    return chip.lastUserPage() == 0x0F
        ? List.of(Bench.link(30, 'n'), Bench.link(46, 'n'))
        : List.of(Bench.link(30, 'n'), Bench.linkAndContact(90), longer(chip));
  }

  private static Bytes longer(EmulatedChip chip) {
    return chip.lastUserPage() > 0x27 ? Bench.linkAndContact(300) : Bench.linkAndContact(120);
  }

  private static Bytes longest(EmulatedChip chip) {
    return switch (chip) {
      case NTAG210, MF0UL11 -> Bench.link(46, 'o');
      case NTAG212 -> Bench.linkAndContact(121);
      case MF0UL21 -> Bench.linkAndContact(126);
      case NTAG213, NTAG213F, NTAG213TT, FEIJU_NTAG213 -> Bench.linkAndContact(137);
      case ULTRALIGHT_C -> Bench.linkAndContact(142);
      case NTAG215, NTAG216, NTAG216F, COPIED_NTAG215 -> Bench.linkAndContact(400);
    };
  }

  private static void lengthFirst(EmulatedTag tag, Bytes message) {
    Bytes tlv = Bytes.of(3, message.size()).plus(message).plus(Bytes.of(0xFE));
    Bytes pages = tlv.padTo((tlv.size() + 3) / 4 * 4);
    tag.place();
    for (int at = 0; at < pages.size(); at += 4) {
      tag.answer(Bytes.of(0xA2, 4 + at / 4).plus(pages.slice(at, at + 4)));
      if (!tag.inField()) {
        throw new ReaderFault.TagGone("length was written first", null);
      }
    }
    tag.lift();
  }
}
