package tapwright.agent.encode.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.Tear;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.Finished;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.RefusalCode;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.DnaRefusal;
import tapwright.core.tag.dna.PiccData;
import tapwright.core.tag.dna.SunMessage;
import tapwright.core.tag.inspect.Openness;
import tapwright.core.tag.inspect.TagFindings;
import tapwright.core.tag.originality.Originality;
import tapwright.core.tag.type4.Type4Refusal;

class DnaPersonalisationTest {

  private static final Pattern SIGNED = Pattern.compile("e=([0-9A-Fa-f]{32})&c=([0-9A-Fa-f]{16})");

  private static final String SIGNATURE =
      "D1940D17CFEDA4BFF80359AB975F9F6514313E8F90C1D3CAAF5941AD"
          + "744A1CDF9A83F883CAFE0FE95D1939B1B7E47113993324473B785D21";

  private static final Bytes SUN_LINK = signed("https://example.com/t/AbC123");
  private static final Bytes OLD_LINK = signed("https://example.com/t/another/Xy9");

  @ParameterizedTest
  @EnumSource
  void blankCard_signsWithTheOrdersKeys(SignedPlace place) {
    EmulatedType4Tag tag = blank();
    Bytes message = signed("https://example.com/t/AbC123", place);
    EncodeOutcome.Verified verified =
        verified(Type4Bench.encode(tag, sun(message, Type4Bench.KEYS, false)));
    assertEquals(new Finished(false, false, true), verified.finished());
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS));
    assertEquals(tag.ndefFile().slice(2, 2 + message.size()), message);
    assertFalse(Type4Bench.shown(tag).equals(message));
    assertNotNull(verified.counterBaseline());
    System.out.println("personalisation, " + place + ": " + verified.exchanges() + " exchanges");
  }

  @Test
  void everyAuthentication_drawsAnRndAOfItsOwn() {
    List<Bytes> proofs = proofs(7);
    assertTrue(proofs.size() > 1, proofs.size() + " authentications");
    assertEquals(proofs.size(), Set.copyOf(proofs).size());
    assertEquals(proofs, proofs(7));
    assertFalse(proofs.contains(proofs(8).getFirst()));
  }

  /** The first block of each proof of a key: RndA enciphered, and nothing else. */
  private static List<Bytes> proofs(long seed) {
    FaultyCard card = FaultyCard.sound(blank());
    try (card) {
      verified(
          Type4Bench.present(card, new Random(seed)).encode(sun(SUN_LINK, Type4Bench.KEYS, false)));
    }
    Bytes secondPart = Bytes.ofHex("90AF000020");
    return card.commands().stream()
        .filter(command -> command.size() > secondPart.size())
        .filter(command -> command.slice(0, secondPart.size()).equals(secondPart))
        .map(command -> command.slice(secondPart.size(), secondPart.size() + 16))
        .toList();
  }

  @Test
  void baseline_isTheCounterBeforeTheNextTap() {
    EmulatedType4Tag tag = blank();
    EncodeOutcome.Verified verified =
        verified(Type4Bench.encode(tag, sun(SUN_LINK, Type4Bench.KEYS, false)));
    Bytes tapped = Type4Bench.shown(tag);
    int tap = picc(tapped, Type4Bench.KEYS).orThrow().counter();
    assertEquals(Integer.valueOf(tap - 1), verified.counterBaseline());
  }

  @Test
  void sameOrderAgain_writesNothing() {
    EmulatedType4Tag tag = blank();
    verified(Type4Bench.encode(tag, sun(SUN_LINK, Type4Bench.KEYS, false)));
    EncodeOutcome.Verified again =
        verified(Type4Bench.encode(tag, sun(SUN_LINK, Type4Bench.KEYS, false)));
    assertEquals(0, again.pagesWritten());
    assertEquals(new Finished(false, false, true), again.finished());
  }

  @Test
  void anotherLinkWithTheSameKeys_replacesTheFirst() {
    EmulatedType4Tag tag = blank();
    verified(Type4Bench.encode(tag, sun(OLD_LINK, Type4Bench.KEYS, false)));
    verified(Type4Bench.encode(tag, sun(SUN_LINK, Type4Bench.KEYS, false)));
    assertEquals(SUN_LINK, placeholders(Type4Bench.shown(tag)));
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS));
  }

  @Test
  void cardOfAnotherOrder_isRefusedUnchanged() {
    EmulatedType4Tag tag = blank();
    verified(Type4Bench.encode(tag, sun(OLD_LINK, Type4Bench.keys(0x60), false)));
    refused(tag, sun(SUN_LINK, Type4Bench.KEYS, false), Type4Refusal.DNA_KEY_UNKNOWN);
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.keys(0x60)));
    assertEquals(OLD_LINK, placeholders(Type4Bench.shown(tag)));
    refused(tag, Bench.request(Bench.link(57, 'a')), Type4Refusal.KEYS_NOT_GIVEN);
    assertEquals(OLD_LINK, placeholders(Type4Bench.shown(tag)));
  }

  @Test
  void linkWithoutPlace_isRefused() {
    EmulatedType4Tag tag = blank();
    refused(tag, sun(Bench.link(57, 'a'), Type4Bench.KEYS, false), DnaRefusal.SIGNED_PLACE_MISSING);
    assertEquals(0, tag.writes());
  }

  @Test
  void keysWithoutSigning_closeTheCard() {
    EmulatedType4Tag tag = blank();
    Bytes link = Bench.link(57, 'a');
    EncodeRequest request =
        new EncodeRequest(
            List.of(link),
            Counting.NONE,
            new Finish(false, Optional.empty(), Optional.of(Type4Bench.KEYS)));
    verified(Type4Bench.encode(tag, request));
    assertEquals(link, Type4Bench.shown(tag));
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS));
    refused(tag, Bench.request(Bench.link(57, 'b')), Type4Refusal.KEYS_NOT_GIVEN);
    assertEquals(0, verified(Type4Bench.encode(tag, request)).pagesWritten());
  }

  @Test
  void lock_isForEver() {
    EmulatedType4Tag tag = blank();
    EncodeOutcome.Verified verified =
        verified(Type4Bench.encode(tag, sun(SUN_LINK, Type4Bench.KEYS, true)));
    assertEquals(new Finished(true, false, true), verified.finished());
    assertEquals(
        0, verified(Type4Bench.encode(tag, sun(SUN_LINK, Type4Bench.KEYS, true))).pagesWritten());
    refused(tag, sun(OLD_LINK, Type4Bench.KEYS, false), Type4Refusal.LOCKED);
    TagFindings found = findings(tag);
    assertEquals(Openness.NOBODY, found.openness());
    assertTrue(found.counter().isPresent());
    assertEquals("the chip signs its link at each read", found.words().mirror());
  }

  /**
   * Every exchange of the whole personalisation, from a blank card and from one of an older link.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyExchangeGoesWrong_isFinishedAtTheNextPresentation(boolean used) {
    EmulatedType4Tag start = blank();
    if (used) {
      verified(Type4Bench.encode(start, sun(OLD_LINK, Type4Bench.KEYS, false)));
    }
    EncodeRequest request = sun(SUN_LINK, Type4Bench.KEYS, false);
    FaultyCard whole = FaultyCard.sound(Type4Bench.copyOf(start));
    verified(Type4Bench.encode(whole, request));
    int situations = 0;
    for (FaultyCard.Fault fault : FaultyCard.Fault.values()) {
      for (int exchange = 1; exchange <= whole.exchanges(); exchange++) {
        EmulatedType4Tag tag = Type4Bench.copyOf(start);
        encodeWithFault(new FaultyCard(tag, exchange, fault), request);
        assertNothingWrong(tag, start, fault + " at exchange " + exchange);
        situations++;
      }
    }
    System.out.printf("personalisation walk, exchanges: %d situations%n", situations);
  }

  /** Every torn UPDATE BINARY, after each number of its bytes. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyWriteTorn_isFinishedAtTheNextPresentation(boolean used) {
    EmulatedType4Tag start = blank();
    if (used) {
      verified(Type4Bench.encode(start, sun(OLD_LINK, Type4Bench.KEYS, false)));
    }
    EmulatedType4Tag whole = Type4Bench.copyOf(start);
    EncodeRequest request = sun(SUN_LINK, Type4Bench.KEYS, false);
    verified(Type4Bench.encode(whole, request));
    int situations = 0;
    for (int write = 1; write <= whole.writes(); write++) {
      for (int bytes = 0; bytes <= SUN_LINK.size(); bytes += bytes < 4 ? 1 : 7) {
        EmulatedType4Tag tag = Type4Bench.copyOf(start);
        tag.tearAt(new Tear(write, bytes));
        encodeWithFault(FaultyCard.sound(tag), request);
        assertNothingWrong(tag, start, "write " + write + " torn after " + bytes + " bytes");
        situations++;
      }
    }
    assertTrue(whole.writes() >= 2);
    System.out.printf("personalisation walk, torn writes: %d situations%n", situations);
  }

  private static void encodeWithFault(FaultyCard card, EncodeRequest request) {
    List<String> ended = new ArrayList<>();
    try {
      ended.add(Type4Bench.encode(card, request).toString());
    } catch (ReaderFault torn) {
      ended.add(torn.toString());
    }
    assertEquals(1, ended.size());
  }

  /** Shows old, none or new; a key 0 that was written down opens it; the next time it is done. */
  private static void assertNothingWrong(
      EmulatedType4Tag tag, EmulatedType4Tag start, String situation) {
    Bytes shown = Type4Bench.shown(tag);
    Bytes masked = placeholders(shown);
    List<Bytes> allowed = List.of(Bytes.EMPTY, placeholders(Type4Bench.shown(start)), SUN_LINK);
    assertTrue(allowed.contains(masked), () -> situation + " shows " + masked);
    assertTrue(
        shown.equals(masked) || picc(shown, Type4Bench.KEYS) instanceof Checked.Passed<?>,
        () -> situation + ": signed with other keys");
    assertTrue(
        Type4Bench.mastersEverWritten().stream().anyMatch(key -> Type4Bench.takes(tag, 0, key)),
        () -> situation + ": no key 0 is known");
    verified(Type4Bench.encode(tag, sun(SUN_LINK, Type4Bench.KEYS, false)));
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS), situation);
    assertTrue(
        picc(Type4Bench.shown(tag), Type4Bench.KEYS) instanceof Checked.Passed<?>, situation);
    assertEquals(SUN_LINK, placeholders(Type4Bench.shown(tag)), situation);
  }

  private static Checked<PiccData> picc(Bytes shown, DnaKeys keys) {
    Matcher signed = SIGNED.matcher(text(shown));
    assertTrue(signed.find());
    return SunMessage.enciphered(signed.group(1), signed.group(2))
        .then(message -> message.verify(keys.sun()));
  }

  private static Bytes placeholders(Bytes shown) {
    String plain = SIGNED.matcher(text(shown)).replaceAll(SignedPlace.ENCIPHERED.text());
    return Bytes.copyOf(plain.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Bytes shown) {
    return new String(shown.toArray(), StandardCharsets.ISO_8859_1);
  }

  private static EncodeRequest sun(Bytes message, DnaKeys keys, boolean lock) {
    return new EncodeRequest(
        List.of(message), Counting.SUN, new Finish(lock, Optional.empty(), Optional.of(keys)));
  }

  private static Bytes signed(String url) {
    return signed(url, SignedPlace.ENCIPHERED);
  }

  private static Bytes signed(String url, SignedPlace place) {
    return CardMessages.signed(Link.of("url", url).orThrow(), Optional.empty(), place).getFirst();
  }

  private static EmulatedType4Tag blank() {
    return Type4Bench.blank(EmulatedType4Model.NTAG424);
  }

  /** A published pair of UID and signature; the emulated chip bears none. */
  @ParameterizedTest
  @CsvSource({
    SIGNATURE + "9190, GENUINE_BATCH",
    SIGNATURE + "9100, GENUINE_BATCH",
    "00" + SIGNATURE + "9190, SIGNATURE_WRONG",
    "917E, NO_SIGNATURE",
    "'', NO_SIGNATURE"
  })
  void findings_sayWhatTheSignatureSays(String answer, Originality expected) {
    EmulatedType4Tag tag =
        EmulatedType4Model.NTAG424.blank(Uid.ofHex("04518DFAA96180"), new Random(4));
    FaultyCard card = FaultyCard.sound(tag);
    if (!answer.isEmpty()) {
      card.answering(Bytes.ofHex("903C0000010000"), Bytes.ofHex(answer));
    }
    TagFindings found = findings(card);
    assertEquals(expected, found.originality());
    assertEquals("NTAG 424 DNA", found.chip());
  }

  @Test
  void findings_ofAGenericCard_askForNoSignature() {
    FaultyCard card = FaultyCard.sound(Type4Bench.blank(EmulatedType4Model.TYPE4));
    assertEquals(Originality.NOT_ASKED, findings(card).originality());
    assertFalse(card.commands().contains(Bytes.ofHex("903C0000010000")));
  }

  private static TagFindings findings(EmulatedType4Tag tag) {
    return findings(FaultyCard.sound(tag));
  }

  private static TagFindings findings(FaultyCard card) {
    try (Type4Presentation presentation = Type4Bench.present(card)) {
      return presentation.findings();
    }
  }

  private static EncodeOutcome.Verified verified(EncodeOutcome outcome) {
    return assertInstanceOf(EncodeOutcome.Verified.class, outcome, outcome::toString);
  }

  private static void refused(EmulatedType4Tag tag, EncodeRequest request, RefusalCode code) {
    EncodeOutcome.Refused refused =
        assertInstanceOf(EncodeOutcome.Refused.class, Type4Bench.encode(tag, request));
    assertEquals(code, refused.refusal().code());
  }
}
