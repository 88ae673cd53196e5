package tapwright.agent.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.TagSnapshot;
import tapwright.core.tag.finish.FinishPlan;
import tapwright.core.tag.finish.FinishStep;
import tapwright.core.tag.finish.LockPlan;
import tapwright.core.tag.finish.ProtectionPlan;
import tapwright.core.tag.finish.VerifiedImage;
import tapwright.core.tag.memory.PageWrite;
import tapwright.core.tag.originality.Originality;
import tapwright.core.tag.write.WritePlan;

class Type2TagTest {

  private static final Bytes MESSAGE = Bytes.ofHex("D1011255046578616D706C652E636F6D2F742F414243");
  private static final TagPassword SECRET =
      new TagPassword(Bytes.ofHex("0A1B2C3D"), Bytes.ofHex("4E5F"));

  private static EmulatedTag blank(EmulatedChip chip) {
    return EmulatedTag.blank(chip, new Random(6));
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG210, NTAG210, 2",
    "NTAG212, NTAG212, 2",
    "NTAG213F, NTAG213F, 2",
    "NTAG213TT, NTAG 213 TT, 2",
    "NTAG216F, NTAG216F, 2",
    "MF0UL11, Ultralight EV1 MF0UL11, 2",
    "COPIED_NTAG215, NTAG215, 2",
    "ULTRALIGHT_C, Ultralight C, 5"
  })
  void identify_knowsTheChip(EmulatedChip chip, String name, int exchanges) {
    TagAtHand channel = new TagAtHand(blank(chip));
    TagSnapshot tag = new Type2Tag(channel).identify().tag().orThrow();
    assertEquals(name, tag.identity().name());
    assertEquals(exchanges, channel.exchanges());
  }

  @Test
  void identify_copyOfAnotherMaker_isRefused() {
    Identification found =
        new Type2Tag(new TagAtHand(blank(EmulatedChip.FEIJU_NTAG213))).identify();
    assertEquals(
        TagRefusal.MAKER_FOREIGN,
        assertInstanceOf(Checked.Refused.class, found.tag()).refusal().code());
  }

  @ParameterizedTest
  @CsvSource({
    "NTAG215, NO_SIGNATURE",
    "COPIED_NTAG215, SIGNATURE_WRONG",
    "ULTRALIGHT_C, NOT_ASKED"
  })
  void originality_saysWhatTheSignatureSays(EmulatedChip chip, Originality expected) {
    Type2Tag tag = new Type2Tag(new TagAtHand(blank(chip)));
    assertEquals(expected, tag.originality(tag.identify().tag().orThrow()));
  }

  /** On every emulated chip: written, read back, given a password, locked, and looked at again. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FEIJU_NTAG213"})
  void plans_onEveryChip_endAsTheySay(EmulatedChip chip) {
    EmulatedTag emulated = blank(chip);
    Type2Tag tag = new Type2Tag(new TagAtHand(emulated));
    write(tag);
    if (chip != EmulatedChip.ULTRALIGHT_C) {
      PasswordSetting setting = new PasswordSetting(SECRET, false, 3);
      take(tag, ProtectionPlan.of(verified(tag), setting).orThrow());
      emulated.cycleField();
      assertThrows(
          ReaderFault.TagNak.class, () -> tag.write(new PageWrite(4, Bytes.ofHex("00000000"))));
      take(tag, LockPlan.of(verified(tag), setting).orThrow());
    } else {
      take(tag, LockPlan.of(verified(tag)).orThrow());
    }
    emulated.cycleField();
    assertNothingCanBeWritten(emulated, chip);
    assertEquals(List.of(), remaining(tag, chip));
  }

  private static List<FinishStep> remaining(Type2Tag tag, EmulatedChip chip) {
    VerifiedImage image = verified(tag);
    return chip == EmulatedChip.ULTRALIGHT_C
        ? LockPlan.of(image).orThrow().steps()
        : LockPlan.of(image, new PasswordSetting(SECRET, false, 3)).orThrow().steps();
  }

  /** From the container to the settings; lock pages still take block-locking bits, to no effect. */
  private static void assertNothingCanBeWritten(EmulatedTag tag, EmulatedChip chip) {
    Bytes before = tag.memory();
    for (int page = 3; page <= chip.configurationPage() + 1; page++) {
      boolean lockPage = page > chip.lastUserPage() && page < chip.configurationPage();
      tag.cycleField();
      tag.answer(Bytes.of(0xA2, page).plus(Bytes.ofHex(lockPage ? "00000000" : "11223344")));
      assertEquals(before, tag.memory(), "page " + page);
    }
    tag.cycleField();
  }

  private static void write(Type2Tag tag) {
    TagSnapshot blank = tag.withMessage(tag.identify().tag().orThrow(), 0x0F).orThrow();
    for (PageWrite write : WritePlan.of(blank, MESSAGE).orThrow().writes()) {
      tag.write(write);
    }
  }

  private static VerifiedImage verified(Type2Tag tag) {
    Checked<TagSnapshot> read =
        tag.identify().tag().then(it -> tag.withMessage(it, 0x0F)).then(tag::withSettings);
    return VerifiedImage.of(read.orThrow(), MESSAGE).orThrow();
  }

  private static void take(Type2Tag tag, FinishPlan plan) {
    for (FinishStep step : plan.steps()) {
      switch (step) {
        case FinishStep.Authenticate(TagPassword secret) ->
            assertEquals(secret.pack(), tag.authenticate(secret));
        case FinishStep.Write(PageWrite write, String words) -> tag.write(write);
      }
    }
  }
}
