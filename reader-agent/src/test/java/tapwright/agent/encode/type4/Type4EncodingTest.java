package tapwright.agent.encode.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.type4.Type4Shape;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.tag.Type4Tag;
import tapwright.core.Bytes;
import tapwright.core.RefusalCode;
import tapwright.core.tag.PasswordSetting;
import tapwright.core.tag.TagPassword;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.inspect.TagFindings;
import tapwright.core.tag.type4.FileWrite;
import tapwright.core.tag.type4.NdefFile;
import tapwright.core.tag.type4.Type4Refusal;

class Type4EncodingTest {

  private static final Bytes LINK = Bench.link(57, 'a');

  /**
   * Application, container (2), GetVersion (3 on a 424), its settings, file, read, 2 writes, read.
   */
  @ParameterizedTest
  @CsvSource({"NTAG424, 12", "TYPE4, 9", "TYPE4_V1, 11"})
  void blankTag_takesNoMoreExchangesThanTheFloor(EmulatedType4Model model, int exchanges) {
    EmulatedType4Tag tag = Type4Bench.blank(model);
    FaultyCard card = FaultyCard.sound(tag);
    try (Type4Presentation presentation = Type4Bench.present(card)) {
      EncodeOutcome.Verified verified = verified(presentation.encode(Bench.request(LINK)));
      assertEquals(exchanges, verified.exchanges());
      assertEquals(exchanges, card.exchanges());
      assertEquals(exchanges, presentation.floor(LINK).orThrow());
      assertEquals(tag.writes(), verified.pagesWritten());
    }
    assertEquals(LINK, Type4Bench.shown(tag));
  }

  @ParameterizedTest
  @EnumSource
  void sameContent_isNotWrittenAgain(EmulatedType4Model model) {
    EmulatedType4Tag tag = Type4Bench.blank(model);
    verified(Type4Bench.encode(tag, Bench.request(LINK)));
    int writes = tag.writes();
    assertEquals(0, verified(Type4Bench.encode(tag, Bench.request(LINK))).pagesWritten());
    assertEquals(writes, tag.writes());
  }

  @ParameterizedTest
  @CsvSource({
    // mapping, MLe, MLc, file, message
    "2, 255, 255, 2048, 254",
    "2, 255, 255, 2048, 255",
    "2, 255, 255, 2048, 256",
    "2, 65535, 65535, 900, 898",
    "2, 15, 1, 100, 98",
    "2, 15, 13, 300, 298",
    "1, 59, 52, 1024, 512",
    "1, 15, 3, 300, 257"
  })
  void eachSize_isWrittenAndReadInPieces(int mapping, int mle, int mlc, int file, int bytes) {
    EmulatedType4Tag tag =
        EmulatedType4Tag.plain(new Type4Shape(mapping, mle, mlc, file), Type4Bench.UID);
    Bytes message = bytes < 100 ? Bench.link(bytes, 'x') : Bench.linkAndContact(bytes);
    EncodeOutcome.Verified blank = verified(Type4Bench.encode(tag, Bench.request(message)));
    assertEquals(message, Type4Bench.shown(tag));
    try (Type4Presentation presentation = Type4Bench.present(FaultyCard.sound(tag))) {
      assertEquals(message, presentation.content().orThrow().message());
      assertEquals(blank.exchanges(), presentation.floor(message).orThrow());
    }
    verified(Type4Bench.encode(tag, Bench.request(LINK)));
    assertEquals(LINK, Type4Bench.shown(tag));
  }

  @Test
  void oneByteTooMany_isRefused() {
    EmulatedType4Tag tag = Type4Bench.blank(EmulatedType4Model.NTAG424);
    Bytes full = Bench.linkAndContact(254);
    assertEquals(
        "the message has 255 bytes, 1 more than NTAG 424 DNA can hold (254)",
        refused(tag, Bench.request(Bench.linkAndContact(255)), Type4Refusal.MESSAGE_TOO_LONG));
    assertEquals(
        full,
        verified(
                Type4Bench.encode(
                    tag,
                    new EncodeRequest(List.of(Bench.linkAndContact(255), full), Counting.NONE)))
            .message());
  }

  /** The seventh exchange writes the message, the eighth its length. */
  @ParameterizedTest
  @CsvSource({"7, UNCLEAR_DONE", "7, UNCLEAR_UNDONE", "8, UNCLEAR_DONE", "8, UNCLEAR_UNDONE"})
  void answerToWriteUnclear_isReadBackAndGoneOnWith(int exchange, FaultyCard.Fault fault) {
    EmulatedType4Tag tag = Type4Bench.blank(EmulatedType4Model.TYPE4);
    verified(Type4Bench.encode(new FaultyCard(tag, exchange, fault), Bench.request(LINK)));
    assertEquals(LINK, Type4Bench.shown(tag));
    assertEquals(2, tag.writes());
  }

  @Test
  void readOnlyContainer_isRefused() {
    EmulatedType4Tag tag = EmulatedType4Tag.readOnly(Type4Shape.MODERN, Type4Bench.UID);
    assertEquals(
        "Type 4 tag was made read-only (write access FF in its capability container file);"
            + " allowed is 00, so another card",
        refused(tag, Bench.request(LINK), Type4Refusal.READ_ONLY));
    assertEquals(0, tag.writes());
  }

  @Test
  void randomUid_isRefused() {
    EmulatedType4Tag tag = EmulatedType4Tag.plain(Type4Shape.MODERN, Uid.ofHex("08112233"));
    refused(tag, Bench.request(LINK), Type4Refusal.UID_RANDOM);
  }

  @Test
  void erasing_leavesAnEmptyTag() {
    EmulatedType4Tag tag = Type4Bench.blank(EmulatedType4Model.NTAG424);
    verified(Type4Bench.encode(tag, Bench.request(LINK)));
    try (Type4Presentation presentation = Type4Bench.present(FaultyCard.sound(tag))) {
      assertEquals(
          Bytes.EMPTY, verified(presentation.erase(TagSecrets.NONE, WriteRecord.NONE)).message());
    }
    assertEquals(Bytes.zeros(59), tag.ndefFile().slice(0, 59));
  }

  @Test
  void whatTheTagCannotDo_isRefusedByName() {
    EmulatedType4Tag plain = Type4Bench.blank(EmulatedType4Model.TYPE4);
    EmulatedType4Tag dna = Type4Bench.blank(EmulatedType4Model.NTAG424);
    Optional<DnaKeys> keys = Optional.of(Type4Bench.KEYS);
    Optional<DnaKeys> none = Optional.empty();
    Finish password =
        new Finish(
            false,
            Optional.of(
                PasswordSetting.forWriting(
                    new TagPassword(Bytes.ofHex("01020304"), Bytes.ofHex("0506")))),
            none);
    refused(plain, request(Counting.MIRROR, Finish.OPEN), Type4Refusal.MIRROR_UNSUPPORTED);
    refused(dna, request(Counting.MIRROR, Finish.OPEN), Type4Refusal.MIRROR_UNSUPPORTED);
    refused(dna, request(Counting.NONE, password), Type4Refusal.PASSWORD_UNSUPPORTED);
    refused(plain, request(Counting.SUN, finish(false, keys)), EncodeRefusal.SUN_UNSUPPORTED);
    refused(plain, request(Counting.NONE, finish(false, keys)), EncodeRefusal.KEYS_UNSUPPORTED);
    refused(plain, request(Counting.NONE, finish(true, none)), Type4Refusal.LOCK_UNSUPPORTED);
    refused(dna, request(Counting.SUN, finish(false, none)), Type4Refusal.KEYS_NEEDED);
    refused(dna, request(Counting.NONE, finish(true, none)), Type4Refusal.KEYS_NEEDED);
    refused(
        dna,
        request(Counting.NONE, finish(false, Optional.of(DnaKeys.FACTORY))),
        Type4Refusal.KEYS_NEEDED);
    assertEquals(0, plain.writes() + dna.writes());
  }

  @Test
  void findings_sayWhatTheTagIs() {
    EmulatedType4Tag tag = Type4Bench.blank(EmulatedType4Model.TYPE4_V1);
    try (Type4Presentation presentation = Type4Bench.present(FaultyCard.sound(tag))) {
      TagFindings found = presentation.findings();
      assertEquals("Type 4 tag", found.chip());
      assertTrue(found.unrecognised().isEmpty());
      assertTrue(found.words().memory().contains("mapping version 1.0"), found.words().memory());
      assertFalse(found.words().memory().contains("read-only"));
    }
  }

  private static EncodeRequest request(Counting counting, Finish finish) {
    return new EncodeRequest(List.of(LINK), counting, finish);
  }

  private static Finish finish(boolean lock, Optional<DnaKeys> keys) {
    return new Finish(lock, Optional.empty(), keys);
  }

  private static EncodeOutcome.Verified verified(EncodeOutcome outcome) {
    return assertInstanceOf(EncodeOutcome.Verified.class, outcome, outcome::toString);
  }

  private static String refused(EmulatedType4Tag tag, EncodeRequest request, RefusalCode code) {
    EncodeOutcome.Refused refused =
        assertInstanceOf(EncodeOutcome.Refused.class, Type4Bench.encode(tag, request));
    assertEquals(code, refused.refusal().code());
    return refused.refusal().message();
  }

  /** Torn at each write after each number of bytes, lifted or unheard at each exchange. */
  @ParameterizedTest
  @EnumSource
  void anythingGoesWrong_isFinishedAtTheNextPresentation(EmulatedType4Model model) {
    Type4Walk walk = new Type4Walk(Type4EncodingTest::encode);
    Bytes longer = Bench.linkAndContact(model == EmulatedType4Model.NTAG424 ? 254 : 300);
    EmulatedType4Tag blank = Type4Bench.blank(model);
    EmulatedType4Tag used = Type4Bench.blank(model);
    verified(Type4Bench.encode(used, Bench.request(longer)));
    walk.walk(blank, LINK);
    walk.walk(blank, longer);
    walk.walk(used, LINK);
    walk.walk(used, longer.with(30, Bytes.ofUtf8("!")));
    System.out.printf("walk, %s: %d situations%n", model, walk.situations());
    assertEquals(List.of(), walk.violations());
    assertTrue(walk.situations() >= 100, walk.situations() + " situations");
  }

  /** All in one command, length first: what most tools do. The walk has to find it out. */
  @Test
  void lengthAndMessageInOneWrite_isFoundOut() {
    Type4Walk walk =
        new Type4Walk(
            (card, message) -> {
              Type4Tag tag = new Type4Tag(card);
              tag.identify();
              tag.selectFile(0xE104);
              tag.update(new FileWrite(0, NdefFile.holding(message).bytes()));
              tag.read(0, 2);
            });
    walk.walk(Type4Bench.blank(EmulatedType4Model.TYPE4), LINK);
    assertFalse(walk.violations().isEmpty());
  }

  private static void encode(FaultyCard card, Bytes message) {
    verified(Type4Bench.encode(card, Bench.request(message)));
  }
}
