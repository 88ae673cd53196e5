package tapwright.agent.encode.type2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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
import tapwright.agent.emulator.TagAnswer;
import tapwright.agent.emulator.Tear;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.Finished;
import tapwright.agent.encode.LastingStep;
import tapwright.agent.encode.PlannedStep;
import tapwright.agent.encode.TagPresentation;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;
import tapwright.core.RefusalCode;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.ProtectionRefusal;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.TagRefusal;
import tapwright.core.tag.Uid;
import tapwright.core.tag.finish.FinishRefusal;

class FinishTest {

  private static final Bytes LINK = Bench.link(46, 'a');
  private static final Bytes OTHER = Bench.link(40, 'b');

  private static final TagPassword PASSWORD =
      new TagPassword(Bytes.ofHex("A1B2C3D4"), Bytes.ofHex("5EC2"));
  private static final TagPassword WRONG =
      new TagPassword(Bytes.ofHex("01020304"), Bytes.ofHex("5EC2"));

  private static final Finish LOCK = finish(true, Optional.empty());
  private static final Finish PROTECT = finish(false, Optional.of(PASSWORD));
  private static final Finish BOTH = finish(true, Optional.of(PASSWORD));

  private static final Bytes MIRRORING = mirroring();

  private final Bench bench = new Bench(ReaderKind.ACR122U);

  /** Copies by other makers are not taken at all. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FEIJU_NTAG213")
  void locked_noPageOfTheMessageTakesAWriteAnyMore(EmulatedChip chip) {
    EmulatedTag tag = Bench.blank(chip);
    Finished finished = verified(bench.encode(tag, request(LINK, LOCK))).finished();
    assertEquals(new Finished(true, false, false), finished);
    assertAllPagesRefuseWrites(tag);
    assertEquals(Bytes.of(0x0F), tag.memory().slice(15, 16));
    assertEquals(LINK, shown(tag));
  }

  @ParameterizedTest
  @EnumSource(names = {"NTAG213", "NTAG215", "NTAG216", "MF0UL11", "MF0UL21"})
  void protected_takesWritesOnlyWithThePassword(EmulatedChip chip) {
    EmulatedTag tag = Bench.blank(chip);
    Finished finished = verified(bench.encode(tag, request(LINK, PROTECT))).finished();
    assertEquals(new Finished(false, true, false), finished);
    assertAllPagesRefuseWrites(tag);
    EmulatedTag opened = CopiedTag.of(tag);
    opened.place();
    assertEquals(new TagAnswer.Data(PASSWORD.pack()), opened.answer(Bytes.ofHex("1BA1B2C3D4")));
    assertEquals(new TagAnswer.Ack(), opened.answer(Bytes.ofHex("A20401020304")));
    assertEquals(LINK, shown(tag));
  }

  @Test
  void protected_rewrittenWithTheRightPasswordAndMirroredToo() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(tag, request(LINK, PROTECT)));
    verified(bench.encode(tag, request(OTHER, PROTECT)));
    assertEquals(OTHER, shown(tag));
    EncodeRequest mirrored = new EncodeRequest(List.of(MIRRORING), Counting.MIRROR, PROTECT);
    assertEquals(1, verified(bench.encode(tag, mirrored)).counterBaseline());
    assertTrue(shown(tag).toUtf8().contains(tag.uid() + "x"), shown(tag).toUtf8());
    verified(bench.encode(tag, request(LINK, PROTECT)));
    assertEquals(LINK, shown(tag));
  }

  @Test
  void protected_otherPasswordOrNone_isLeftAsItWas() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(tag, request(LINK, PROTECT)));
    Bytes before = tag.memory();
    refused(
        bench.encode(tag, request(OTHER, finish(false, Optional.of(WRONG)))),
        EncodeRefusal.PASSWORD_WRONG);
    refused(bench.encode(tag, request(OTHER, Finish.OPEN)), EncodeRefusal.PASSWORD_UNORDERED);
    assertEquals(before, tag.memory());
  }

  /** As a configuration page torn in the middle may say; the message's pages lie before it. */
  @Test
  void auth0BehindTheMessage_isNotCalledOpen() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(tag, request(LINK, Finish.OPEN)));
    tag.place();
    assertEquals(new TagAnswer.Ack(), tag.answer(Bytes.ofHex("A28304000026")));
    tag.lift();
    String message =
        refused(bench.encode(tag, request(OTHER, Finish.OPEN)), EncodeRefusal.PASSWORD_UNORDERED);
    assertTrue(message.contains("from page 26 on"), message);
    assertEquals(LINK, shown(tag));
  }

  /** AUTH0 of F0h lies behind an NTAG213's last page, 2Ch. */
  @Test
  void auth0BehindTheLastPage_asksForNothing() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    tag.place();
    assertEquals(new TagAnswer.Ack(), tag.answer(Bytes.ofHex("A229040000F0")));
    tag.lift();
    verified(bench.encode(tag, request(LINK, PROTECT)));
    verified(bench.encode(tag, request(OTHER, PROTECT)));
  }

  /** AUTHLIM: the right password after fewer wrong ones than allowed clears the count. */
  @Test
  void wrongPassword_isTriedOnceAPresentation() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    PasswordSetting twoTries = new PasswordSetting(PASSWORD, false, 2);
    Finish limited = new Finish(false, Optional.of(twoTries), Optional.empty());
    verified(bench.encode(tag, request(LINK, limited)));
    String message =
        refused(
            bench.encode(tag, request(OTHER, finish(false, Optional.of(WRONG)))),
            EncodeRefusal.PASSWORD_WRONG);
    assertTrue(message.contains("after 2 wrong ones in a row"), message);
    assertFalse(message.contains("0102"), message);
    verified(bench.encode(tag, request(OTHER, limited)));
  }

  @Test
  void finished_presentedAgain_takesNoWrite() {
    for (Finish finish : List.of(LOCK, PROTECT, BOTH)) {
      EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
      verified(bench.encode(tag, request(LINK, finish)));
      int writes = tag.writes();
      EncodeOutcome.Verified again = verified(bench.encode(tag, request(LINK, finish)));
      assertEquals(0, again.pagesWritten());
      assertEquals(writes, tag.writes());
      assertEquals(finish.lock(), again.finished().locked());
    }
  }

  @Test
  void locked_anotherMessage_isRefused() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    verified(bench.encode(tag, request(LINK, LOCK)));
    Bytes before = tag.memory();
    refused(bench.encode(tag, request(OTHER, LOCK)), TagRefusal.READ_ONLY);
    refused(erase(tag, Optional.empty()), TagRefusal.READ_ONLY);
    assertEquals(before, tag.memory());
  }

  /** Static lock bits set by somebody else; what they wrote is ours byte for byte. */
  @Test
  void lockedInPartBySomebodyElse_sameMessage_isLockedWhole() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(tag, request(LINK, Finish.OPEN)));
    write(tag, "A202 0000 F00F");
    verified(bench.encode(tag, request(LINK, LOCK)));
    assertAllPagesRefuseWrites(tag);
  }

  @Test
  void lockBitsFrozenOpen_isRefusedBeforeAnythingIsWritten() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    write(tag, "A202 0000 0600");
    Bytes before = tag.memory();
    refused(bench.encode(tag, request(LINK, LOCK)), FinishRefusal.LOCK_FROZEN);
    assertEquals(before, tag.memory());
  }

  @Test
  void withoutNativeCommands_isRefusedBeforeAnythingIsWritten() {
    for (Finish finish : List.of(LOCK, PROTECT, BOTH)) {
      EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
      Bytes before = tag.memory();
      refused(
          new Bench(ReaderKind.FF_ONLY).encode(tag, request(LINK, finish)),
          FinishRefusal.MODEL_UNCERTAIN);
      assertEquals(before, tag.memory());
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NTAG213", "NTAG215", "NTAG216", "MF0UL11", "MF0UL21"})
  void tornAnywhere_isFinishedByTheNextPresentation(EmulatedChip chip) {
    int situations = 0;
    for (Finish finish : List.of(LOCK, PROTECT, BOTH)) {
      situations += walk(Bench.blank(chip), request(LINK, finish));
    }
    System.out.printf("finish walk, %s: %d situations%n", chip, situations);
    assertTrue(situations >= 100, situations + " situations");
  }

  @ParameterizedTest
  @EnumSource(names = {"NTAG213", "NTAG215", "NTAG216"})
  void tornAnywhere_mirrored_isFinishedByTheNextPresentation(EmulatedChip chip) {
    for (Finish finish : List.of(LOCK, PROTECT, BOTH)) {
      walk(Bench.blank(chip), new EncodeRequest(List.of(MIRRORING), Counting.MIRROR, finish));
    }
  }

  /** Another message comes onto a tag that asks for the password already. */
  @Test
  void tornAnywhere_rewritingAProtectedTag_isFinishedByTheNextPresentation() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(tag, request(OTHER, PROTECT)));
    walk(CopiedTag.of(tag), request(LINK, PROTECT));
    walk(CopiedTag.of(tag), request(LINK, BOTH));
  }

  /** As many writes as there are go unanswered, done or not; the tag stays where it is. */
  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true"})
  void unclearAnswers_areReadBackAndGoneOnFrom(boolean lock, boolean password) {
    Finish finish = finish(lock, password ? Optional.of(PASSWORD) : Optional.empty());
    EmulatedTag whole = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(whole, request(LINK, finish)));
    for (int write = 1; write <= whole.writes(); write++) {
      for (boolean stored : List.of(true, false)) {
        EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
        tag.place();
        UnclearChannel channel = new UnclearChannel(tag, write, stored);
        verified(
            Type2Presentation.of(channel, channel.field(), () -> 0).encode(request(LINK, finish)));
        assertEquals(whole.memory(), tag.memory(), "write " + write + ", stored " + stored);
      }
    }
  }

  /** On a reader that tells no UID, after each write that is not acknowledged. */
  @Test
  void anotherTagWithTheSameContent_getsNoLastingStep() {
    EmulatedTag whole = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(whole, request(LINK, BOTH)));
    EmulatedTag open = Bench.blank(EmulatedChip.NTAG215);
    verified(bench.encode(open, request(LINK, Finish.OPEN)));
    for (int write = 1; write <= whole.writes(); write++) {
      EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
      EmulatedTag other = CopiedTag.numbered(open, write);
      Bytes before = other.memory();
      tag.place();
      UnclearChannel channel = new UnclearChannel(tag, write, true).thenAnother(other);
      Type2Presentation presentation = Type2Presentation.of(channel, channel.field(), () -> 0);
      assertThrows(
          ReaderFault.class, () -> presentation.encode(request(LINK, BOTH)), "write " + write);
      assertEquals(before, other.memory(), "write " + write);
    }
  }

  @Test
  void lastingSteps_areWrittenDownBeforeTheyAreTaken() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG215);
    List<String> story = new ArrayList<>();
    try (TagPresentation presentation = bench.present(tag)) {
      presentation.encode(request(LINK, BOTH), recording(tag, story));
    }
    assertEquals(
        List.of("begun at 0", "PASSWORD at 13", "LOCK at 13", "verified at " + tag.writes()),
        story);
  }

  @Test
  void finish_locksWhatTheTagShows() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    verified(bench.encode(tag, new EncodeRequest(List.of(MIRRORING), Counting.MIRROR)));
    List<String> story = new ArrayList<>();
    try (TagPresentation presentation = bench.present(tag)) {
      verified(presentation.finish(LOCK, recording(tag, story)));
    }
    assertTrue(story.getFirst().startsWith("begun"), story.toString());
    assertAllPagesRefuseWrites(tag);
    assertTrue(shown(tag).toUtf8().contains(tag.uid() + "x"));
  }

  @Test
  void finish_emptyTag_isRefused() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    Bytes before = tag.memory();
    try (TagPresentation presentation = bench.present(tag)) {
      refused(presentation.finish(LOCK, WriteRecord.NONE), EncodeRefusal.TAG_EMPTY);
    }
    assertEquals(before, tag.memory());
  }

  @Test
  void plan_saysEveryStepAndWritesNothing() {
    EmulatedTag tag = Bench.blank(EmulatedChip.NTAG213);
    Bytes before = tag.memory();
    List<PlannedStep> steps;
    try (TagPresentation presentation = bench.present(tag)) {
      steps = presentation.plan(request(LINK, BOTH)).orThrow();
    }
    assertEquals(before, tag.memory());
    List<String> forEver =
        steps.stream().filter(PlannedStep::forEver).map(PlannedStep::text).toList();
    assertEquals(4, forEver.size(), forEver.toString());
    String all = steps.toString();
    assertFalse(all.contains("A1B2") || all.contains("5EC2"), all);
  }

  @Test
  void erase_leavesATagAsFromTheFactory() {
    EmulatedTag blank = Bench.blank(EmulatedChip.NTAG215);
    EmulatedTag tag = CopiedTag.of(blank);
    verified(bench.encode(tag, new EncodeRequest(List.of(MIRRORING), Counting.MIRROR, PROTECT)));
    Bytes before = tag.memory();
    refused(erase(tag, Optional.empty()), ProtectionRefusal.PASSWORD_PROTECTED);
    refused(erase(tag, Optional.of(WRONG)), EncodeRefusal.PASSWORD_WRONG);
    assertEquals(before, tag.memory());
    verified(erase(tag, Optional.of(PASSWORD)));
    Bytes counting = Bytes.ofHex("10050000");
    assertEquals(blank.memory().with(0x84 * 4, counting), tag.memory());
  }

  @Test
  void erase_tornAnywhere_isFinishedByTheNextPresentation() {
    EmulatedTag start = Bench.blank(EmulatedChip.NTAG213);
    verified(bench.encode(start, new EncodeRequest(List.of(MIRRORING), Counting.MIRROR, PROTECT)));
    EmulatedTag whole = CopiedTag.of(start);
    verified(erase(whole, Optional.of(PASSWORD)));
    for (int write = 1; write <= whole.writes(); write++) {
      for (int bytes = 0; bytes <= 4; bytes++) {
        EmulatedTag tag = CopiedTag.of(start);
        tag.tearAt(new Tear(write, bytes));
        try {
          erase(tag, Optional.of(PASSWORD));
        } catch (ReaderFault torn) {
          verified(erase(tag, Optional.of(PASSWORD)));
        }
        Bytes expected = whole.memory();
        int secrets = expected.size() - 8;
        assertEquals(
            expected.slice(0, secrets), tag.memory().slice(0, secrets), write + "/" + bytes);
      }
    }
  }

  private int walk(EmulatedTag start, EncodeRequest request) {
    EmulatedTag whole = CopiedTag.of(start);
    verified(bench.encode(whole, request));
    int situations = 0;
    for (int write = 1; write <= whole.writes(); write++) {
      for (int bytes = 0; bytes <= 4; bytes++) {
        situations++;
        EmulatedTag tag = CopiedTag.of(start);
        tag.tearAt(new Tear(write, bytes));
        tear(tag, request);
        String place = request.finish() + ", " + write + "/" + bytes;
        verified(bench.encode(tag, request));
        assertEquals(whole.memory(), tag.memory(), place);
      }
    }
    return situations;
  }

  private void tear(EmulatedTag tag, EncodeRequest request) {
    try {
      bench.encode(tag, request);
      throw new AssertionError("the tear was not noticed");
    } catch (ReaderFault torn) {
      assertFalse(tag.inField());
    }
  }

  private EncodeOutcome erase(EmulatedTag tag, Optional<TagPassword> password) {
    try (TagPresentation presentation = bench.present(tag)) {
      return presentation.erase(new TagSecrets(password, Optional.empty()), WriteRecord.NONE);
    }
  }

  private Bytes shown(EmulatedTag tag) {
    try (TagPresentation presentation = bench.present(CopiedTag.of(tag))) {
      return presentation.content().orThrow().message();
    }
  }

  private static WriteRecord recording(EmulatedTag tag, List<String> story) {
    return (Uid uid, Bytes message) -> {
      story.add("begun at " + tag.writes());
      return new WriteRecord.Entry() {
        @Override
        public void before(LastingStep step) {
          story.add(step + " at " + tag.writes());
        }

        @Override
        public void verified(EncodeOutcome.Verified outcome) {
          story.add("verified at " + tag.writes());
        }
      };
    };
  }

  /** On a copy, since a refused write halts the tag, and one that is taken changes it. */
  private static void assertAllPagesRefuseWrites(EmulatedTag tag) {
    for (int page = 3; page <= tag.chip().lastUserPage(); page++) {
      EmulatedTag copy = CopiedTag.of(tag);
      copy.place();
      TagAnswer answer = copy.answer(Bytes.of(0xA2, page, 1, 2, 3, 4));
      assertInstanceOf(TagAnswer.Nak.class, answer, "page %02X".formatted(page));
    }
  }

  private static void write(EmulatedTag tag, String frame) {
    tag.place();
    assertEquals(new TagAnswer.Ack(), tag.answer(Bytes.ofHex(frame)));
    tag.lift();
  }

  private static EncodeRequest request(Bytes message, Finish finish) {
    return new EncodeRequest(List.of(message), Counting.NONE, finish);
  }

  private static Finish finish(boolean lock, Optional<TagPassword> password) {
    return new Finish(lock, password.map(PasswordSetting::forWriting), Optional.empty());
  }

  private static Bytes mirroring() {
    Bytes uri = Bytes.ofUtf8("example.com/t/AbC123?m=" + EncodeRequest.MIRROR_PLACEHOLDER);
    return Bytes.of(0xD1, 0x01, uri.size() + 1, 0x55, 0x04).plus(uri);
  }

  private static EncodeOutcome.Verified verified(EncodeOutcome outcome) {
    return assertInstanceOf(EncodeOutcome.Verified.class, outcome, outcome.toString());
  }

  private static String refused(EncodeOutcome outcome, RefusalCode code) {
    EncodeOutcome.Refused refused =
        assertInstanceOf(EncodeOutcome.Refused.class, outcome, outcome.toString());
    assertEquals(code, refused.refusal().code(), refused.refusal().message());
    return refused.refusal().message();
  }
}
