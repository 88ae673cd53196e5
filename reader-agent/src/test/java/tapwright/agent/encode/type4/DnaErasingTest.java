package tapwright.agent.encode.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRefusal;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.Finished;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.encode.WriteRecord;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;
import tapwright.core.RefusalCode;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.type4.Type4Refusal;

/** An NTAG 424 DNA in use that is emptied, or locked as it is, by who holds its keys. */
class DnaErasingTest {

  private static final TagSecrets KEYS =
      new TagSecrets(Optional.empty(), Optional.of(Type4Bench.KEYS));

  private static final Bytes LINK =
      CardMessages.signed(
              Link.of("url", "https://example.com/t/AbC123").orThrow(),
              Optional.empty(),
              SignedPlace.ENCIPHERED)
          .getFirst();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cardInUse_isAsFromTheFactory(boolean signing) {
    EmulatedType4Tag tag = inUse(signing);
    verified(erase(FaultyCard.sound(tag), KEYS));
    assertErased(tag, "at once");
    EncodeOutcome again = Type4Bench.encode(tag, Bench.request(Bench.link(57, 'a')));
    assertEquals(Bench.link(57, 'a'), verified(again).message());
  }

  @Test
  void otherKeys_areRefusedUnchanged() {
    EmulatedType4Tag tag = inUse(true);
    TagSecrets others = new TagSecrets(Optional.empty(), Optional.of(Type4Bench.keys(0x60)));
    refused(erase(FaultyCard.sound(tag), others), Type4Refusal.DNA_KEY_UNKNOWN);
    refused(erase(FaultyCard.sound(tag), TagSecrets.NONE), Type4Refusal.KEYS_NOT_GIVEN);
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS));
    assertFalse(Type4Bench.message(tag).isEmpty());
  }

  @Test
  void lockOfWhatItHolds_keepsLinkAndSignature() {
    EmulatedType4Tag tag = inUse(true);
    EncodeOutcome.Verified locked = verified(lock(tag, Optional.of(Type4Bench.KEYS)));
    assertEquals(new Finished(true, false, true), locked.finished());
    assertEquals(LINK, locked.message());
    refused(erase(FaultyCard.sound(tag), KEYS), Type4Refusal.LOCKED);
    assertEquals(0, verified(lock(tag, Optional.empty())).pagesWritten());
  }

  @Test
  void lockOfAnOpenCard_givesItTheKeysFirst() {
    EmulatedType4Tag tag = Type4Bench.blank(EmulatedType4Model.NTAG424);
    refused(lock(tag, Optional.of(Type4Bench.KEYS)), EncodeRefusal.TAG_EMPTY);
    Bytes link = Bench.link(57, 'a');
    verified(Type4Bench.encode(tag, Bench.request(link)));
    refused(lock(tag, Optional.empty()), Type4Refusal.KEYS_NEEDED);
    verified(lock(tag, Optional.of(Type4Bench.KEYS)));
    assertEquals(link, Type4Bench.shown(tag));
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS));
  }

  /** Erased again it is done, and written again with the same keys it is a card in use. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyExchangeGoesWrong_isFinishedAtTheNextPresentation(boolean writtenAgain) {
    EmulatedType4Tag start = inUse(true);
    FaultyCard whole = FaultyCard.sound(Type4Bench.copyOf(start));
    verified(erase(whole, KEYS));
    int situations = 0;
    for (FaultyCard.Fault fault : FaultyCard.Fault.values()) {
      for (int exchange = 1; exchange <= whole.exchanges(); exchange++) {
        EmulatedType4Tag tag = Type4Bench.copyOf(start);
        disturbed(new FaultyCard(tag, exchange, fault));
        assertFinished(tag, writtenAgain, fault + " at exchange " + exchange);
        situations++;
      }
    }
    System.out.printf("erasing walk, NTAG 424 DNA: %d situations%n", situations);
    assertTrue(situations >= 100, situations + " situations");
  }

  private static void assertFinished(EmulatedType4Tag tag, boolean writtenAgain, String situation) {
    if (writtenAgain) {
      verified(Type4Bench.encode(tag, request(true)));
      assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS), situation);
    } else {
      verified(erase(FaultyCard.sound(tag), KEYS));
      assertErased(tag, situation);
    }
  }

  private static void disturbed(FaultyCard card) {
    try {
      verified(erase(card, KEYS));
    } catch (ReaderFault lifted) {
      assertFalse(String.valueOf(lifted.getMessage()).isEmpty());
    }
  }

  private static void assertErased(EmulatedType4Tag tag, String situation) {
    assertEquals(Bytes.zeros(80), tag.ndefFile().slice(0, 80), situation);
    assertTrue(Type4Bench.takesAll(tag, DnaKeys.FACTORY), situation);
  }

  private static EmulatedType4Tag inUse(boolean signing) {
    EmulatedType4Tag tag = Type4Bench.blank(EmulatedType4Model.NTAG424);
    verified(Type4Bench.encode(tag, request(signing)));
    return tag;
  }

  private static EncodeRequest request(boolean signing) {
    return new EncodeRequest(
        List.of(signing ? LINK : Bench.link(57, 'k')),
        signing ? Counting.SUN : Counting.NONE,
        Finish.OPEN.withKeys(Optional.of(Type4Bench.KEYS)));
  }

  private static EncodeOutcome erase(FaultyCard card, TagSecrets secrets) {
    try (Type4Presentation presentation = Type4Bench.present(card)) {
      return presentation.erase(secrets, WriteRecord.NONE);
    }
  }

  private static EncodeOutcome lock(EmulatedType4Tag tag, Optional<DnaKeys> keys) {
    try (Type4Presentation presentation = Type4Bench.present(FaultyCard.sound(tag))) {
      return presentation.finish(new Finish(true, Optional.empty(), keys), WriteRecord.NONE);
    }
  }

  private static EncodeOutcome.Verified verified(EncodeOutcome outcome) {
    return assertInstanceOf(EncodeOutcome.Verified.class, outcome, outcome::toString);
  }

  private static void refused(EncodeOutcome outcome, RefusalCode code) {
    EncodeOutcome.Refused refused =
        assertInstanceOf(EncodeOutcome.Refused.class, outcome, outcome::toString);
    assertEquals(code, refused.refusal().code());
  }
}
