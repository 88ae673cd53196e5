package tapwright.agent.encode.type2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.EmulatedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.WriteRecord;
import tapwright.core.Bytes;
import tapwright.core.RefusalCode;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagRefusal;

class EncodingTest {

  private static final Bytes LINK = Bench.link(57, 'a');

  private final Bench bench = new Bench(ReaderKind.ACR122U);

  /** The numbers of design.md; a reader without native commands needs no FF CA for the UID. */
  @ParameterizedTest
  @CsvSource({
    "ACR122U, NTAG215, 57, 18, 18",
    "ACR122U, NTAG216, 57, 18, 18",
    "ACR122U, NTAG215, 150, 42, 42",
    "ACR122U, NTAG216, 150, 42, 42",
    "PCSC, NTAG216, 57, 18, 18",
    "PCSC, NTAG216, 150, 42, 42",
    "FF_ONLY, NTAG216, 57, 21, 22",
    "FF_ONLY, NTAG216, 150, 51, 52",
    "ACR122U, NTAG213, 57, 19, 19",
    "ACR122U, MF0UL21, 57, 19, 19"
  })
  void blankTag_takesNoMoreExchangesThanTheFloor(
      ReaderKind kind, EmulatedChip chip, int bytes, int exchanges, int floor) {
    Bytes message = bytes < 60 ? LINK : Bench.linkAndContact(bytes);
    EmulatedTag tag = Bench.blank(chip);
    try (TagPresentation presentation = new Bench(kind).present(tag)) {
      EncodeOutcome.Verified verified = verified(presentation.encode(Bench.request(message)));
      assertEquals(exchanges, verified.exchanges());
      assertEquals(floor, presentation.floor(message).orThrow());
      assertEquals(tag.writes(), verified.pagesWritten());
      assertNull(verified.counterBaseline());
      assertTrue(verified.millis() > 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameContent_isNotWrittenAgain(ReaderKind kind) {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG216);
    verified(bench.encode(tag, Bench.request(LINK)));
    EmulatedTag again = CopiedTag.of(tag);
    EncodeOutcome.Verified verified = verified(new Bench(kind).encode(again, Bench.request(LINK)));
    assertEquals(0, verified.pagesWritten());
    assertEquals(0, again.writes());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FEIJU_NTAG213"})
  void fullCapacity_isWrittenAndRead(EmulatedChip chip) {
    int capacity =
        switch (chip) {
          case NTAG210, MF0UL11 -> 46;
          case NTAG212 -> 121;
          case MF0UL21 -> 126;
          case NTAG213, NTAG213F, NTAG213TT, FEIJU_NTAG213 -> 137;
          case ULTRALIGHT_C -> 142;
          case NTAG215, COPIED_NTAG215 -> 492;
          case NTAG216, NTAG216F -> 868;
        };
    Bytes message = capacity < 60 ? Bench.link(46, 'f') : Bench.linkAndContact(capacity);
    EmulatedTag tag = Bench.blank(chip);
    verified(bench.encode(tag, Bench.request(message)));
    try (TagPresentation presentation = bench.present(tag)) {
      assertEquals(message, presentation.content().orThrow().message());
    }
  }

  @Test
  void firstMessageThatFits_isWritten() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    EncodeRequest request =
        new EncodeRequest(List.of(Bench.linkAndContact(200), LINK), Counting.NONE);
    assertEquals(LINK, verified(bench.encode(tag, request)).message());
  }

  @Test
  void nothingFits_theShortestIsRefused() {
    EncodeRequest request =
        new EncodeRequest(
            List.of(Bench.linkAndContact(300), Bench.linkAndContact(200)), Counting.NONE);
    EncodeOutcome outcome = bench.encode(Bench.blank(EmulatedChip.NTAG213), request);
    assertEquals(
        "the message has 200 bytes, 63 more than NTAG213 can hold (137);"
            + " it fits NTAG215 (492), NTAG216 (868), NTAG216F (868)",
        refused(outcome, TagRefusal.MESSAGE_TOO_LONG));
  }

  @ParameterizedTest
  @CsvSource({
    "02, 00001000, 'pages 04 '",
    "02, 000000FF, 'pages 08-0F '",
    "E2, FFFF0000, 'pages 10-E1 '"
  })
  void lockedTag_isLeftAsItWas(String page, String lock, String named) {
    assertRefusedUntouched(
        changed(Bench.blank(EmulatedChip.NTAG216), Integer.parseInt(page, 16), lock),
        ProtectionRefusal.PAGES_LOCKED,
        named);
  }

  private void assertRefusedUntouched(EmulatedTag tag, RefusalCode code, String named) {
    Bytes before = tag.memory();
    String message = refused(bench.encode(tag, Bench.request(Bench.linkAndContact(150))), code);
    assertTrue(message.contains(named), message);
    assertEquals(before, tag.memory());
  }

  @Test
  void readProtectedTag_isLeftAsItWas() {
    EmulatedTag tag = changed(written(0xE4, "80050000"), 0xE3, "04000004");
    assertRefusedUntouched(tag, ProtectionRefusal.READ_PROTECTED, "NTAG216");
  }

  @Test
  void mirror_isSetAfterTheReadBackAndTheCounterBeginsThere() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    EncodeOutcome.Verified verified = verified(bench.encode(tag, mirrored(MIRRORING)));
    assertEquals(1, verified.counterBaseline());
    String shown = shown(tag);
    assertTrue(shown.endsWith("?m=" + tag.uid() + "x000002"), shown);
  }

  @Test
  void mirroringTag_withTheSameContent_isNotWrittenAgain() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(tag, mirrored(MIRRORING)));
    EmulatedTag again = CopiedTag.of(tag);
    assertEquals(0, verified(bench.encode(again, mirrored(MIRRORING))).pagesWritten());
    assertEquals(0, again.writes());
  }

  @Test
  void mirroringTag_takesAnotherMessageWithoutItsMirror() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(tag, mirrored(MIRRORING)));
    verified(bench.encode(tag, Bench.request(LINK)));
    assertEquals(Bytes.ofHex("040000FF"), tag.memory().slice(0x83 * 4, 0x84 * 4));
    assertEquals(LINK.sliceFrom(5).toUtf8(), shown(tag));
  }

  @Test
  void mirroringTag_takesAnotherMirroredMessage() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    verified(bench.encode(tag, mirrored(MIRRORING)));
    Bytes other = mirroring("example.com/another/path");
    verified(bench.encode(tag, mirrored(other)));
    assertTrue(shown(tag).startsWith("example.com/another/path?m=" + tag.uid()), shown(tag));
  }

  /**
   * Torn settings may mirror over the control block, so that the message seems to lie elsewhere.
   */
  @Test
  void mirror_tornToTheStartOfMemory_endsWhereTheMessageHasItsPlace() {
    for (Finish finish :
        List.of(Finish.OPEN, new Finish(true, Optional.empty(), Optional.empty()))) {
      EmulatedTag made = Bench.blank(EmulatedChip.NTAG213);
      verified(bench.encode(made, mirrored(MIRRORING)));
      EmulatedTag torn = changed(made, 0x29, "C0C4049C");
      EncodeRequest wanted = new EncodeRequest(List.of(MIRRORING), Counting.MIRROR, finish);
      verified(bench.encode(torn, wanted));
      assertTrue(shown(torn).startsWith("example.com/t/AbC123?m=" + torn.uid() + "x"), shown(torn));
    }
  }

  @Test
  void mirror_whereTheChipOrTheReaderCannot_isRefused() {
    refused(
        bench.encode(Bench.blank(EmulatedChip.MF0UL21), mirrored(MIRRORING)),
        ProtectionRefusal.MIRROR_UNSUPPORTED);
    refused(
        new Bench(ReaderKind.FF_ONLY)
            .encode(Bench.blank(EmulatedChip.NTAG215), mirrored(MIRRORING)),
        ProtectionRefusal.MIRROR_NEEDS_NATIVE);
    refused(
        bench.encode(Bench.blank(EmulatedChip.NTAG215), mirrored(LINK)),
        ProtectionRefusal.MIRROR_PLACE_MISSING);
  }

  /** An NTAG213 looks like an Ultralight C through such a reader, whose settings lie elsewhere. */
  @Test
  void mirroringTag_whoseSettingsCannotBeRead_isLeftAsItWas() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    verified(bench.encode(tag, mirrored(MIRRORING)));
    Bytes before = tag.memory();
    EncodeOutcome outcome = new Bench(ReaderKind.FF_ONLY).encode(tag, Bench.request(LINK));
    refused(outcome, ProtectionRefusal.MIRROR_NEEDS_NATIVE);
    assertEquals(before, tag.memory());
  }

  @Test
  void mirror_onATagWithLockedSettings_isLeftAsItWas() {
    EmulatedTag tag = written(0xE4, "40050000");
    Bytes before = tag.memory();
    refused(bench.encode(tag, mirrored(MIRRORING)), ProtectionRefusal.CONFIGURATION_LOCKED);
    assertEquals(before, tag.memory());
  }

  /** As many writes as there are go unanswered, done or not; the tag stays where it is. */
  @Test
  void unclearAnswers_areReadBackAndGoneOnFrom() {
    for (int write = 1; write <= 15; write++) {
      for (boolean stored : List.of(true, false)) {
        EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
        tag.place();
        UnclearChannel channel = new UnclearChannel(tag, write, stored);
        EncodeOutcome outcome =
            Type2Presentation.of(channel, channel.field(), () -> 0).encode(Bench.request(LINK));
        assertEquals(stored ? 15 : 16, verified(outcome).pagesWritten());
        assertEquals(LINK, tag.memory().slice(18, 18 + 57));
      }
    }
  }

  @Test
  void record_isBegunBeforeTheFirstWriteAndClosedAfterTheReadBack() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    StringBuilder story = new StringBuilder();
    WriteRecord record =
        (uid, message) -> {
          story.append(uid).append(" begun at write ").append(tag.writes());
          return outcome -> story.append(", verified at ").append(tag.writes());
        };
    try (TagPresentation presentation = bench.present(tag)) {
      presentation.encode(Bench.request(LINK), record);
      presentation.encode(Bench.request(LINK), record);
    }
    assertEquals(tag.uid() + " begun at write 0, verified at 15", story.toString());
  }

  @Test
  void passwordProtectedTag_isLeftAsItWas() {
    for (String auth0 : List.of("04", "05", "10", "2A")) {
      assertRefusedUntouched(
          written(0xE3, "040000" + auth0), ProtectionRefusal.PASSWORD_PROTECTED, "from " + auth0);
    }
  }

  private static final Bytes MIRRORING = mirroring("example.com/t/AbC123");

  private static Bytes mirroring(String address) {
    Bytes uri = Bytes.ofUtf8(address + "?m=" + EncodeRequest.MIRROR_PLACEHOLDER);
    return Bytes.of(0xD1, 0x01, uri.size() + 1, 0x55, 0x04).plus(uri);
  }

  private static EncodeRequest mirrored(Bytes message) {
    return new EncodeRequest(List.of(message), Counting.MIRROR);
  }

  private String shown(EmulatedTag tag) {
    try (TagPresentation presentation = bench.present(tag)) {
      return presentation.content().orThrow().message().sliceFrom(5).toUtf8();
    }
  }

  private static EmulatedTag written(int page, String data) {
    return changed(Bench.blank(EmulatedChip.NTAG216), page, data);
  }

  private static EmulatedTag changed(EmulatedTag tag, int page, String data) {
    tag.place();
    tag.answer(Bytes.of(0xA2, page).plus(Bytes.ofHex(data)));
    tag.lift();
    return CopiedTag.of(tag);
  }

  private static EncodeOutcome.Verified verified(EncodeOutcome outcome) {
    return assertInstanceOf(EncodeOutcome.Verified.class, outcome, outcome.toString());
  }

  private static String refused(EncodeOutcome outcome, RefusalCode code) {
    EncodeOutcome.Refused refused =
        assertInstanceOf(EncodeOutcome.Refused.class, outcome, outcome.toString());
    assertEquals(code, refused.refusal().code());
    return refused.refusal().message();
  }
}
