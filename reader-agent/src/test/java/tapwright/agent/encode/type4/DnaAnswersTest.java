package tapwright.agent.encode.type4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.encode.Bench;
import tapwright.agent.encode.Counting;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.agent.tag.DnaTag;
import tapwright.agent.tag.Type4Tag;
import tapwright.core.Bytes;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.SignedPlace;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaCommand;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.Ev2Handshake;
import tapwright.core.tag.dna.Ev2Session;
import tapwright.core.tag.dna.FileDescription;
import tapwright.core.tag.dna.KeyChange;
import tapwright.core.tag.type4.Type4Refusal;

/** What an NTAG 424 DNA becomes when an answer of it is no answer, or a key is somebody else's. */
class DnaAnswersTest {

  private static final Bytes RND_A = Bytes.ofHex("000102030405060708090A0B0C0D0E0F");

  /** What a card is made to be. */
  enum Order {
    SIGNED(Counting.SUN, false),
    SIGNED_AND_LOCKED(Counting.SUN, true),
    PLAIN(Counting.NONE, false),
    PLAIN_AND_LOCKED(Counting.NONE, true);

    private final Counting counting;
    private final boolean lock;

    Order(Counting counting, boolean lock) {
      this.counting = counting;
      this.lock = lock;
    }

    EncodeRequest request() {
      Finish finish = new Finish(lock, Optional.empty(), Optional.of(Type4Bench.KEYS));
      return new EncodeRequest(List.of(message()), counting, finish);
    }

    private Bytes message() {
      return counting == Counting.SUN
          ? CardMessages.signed(
                  Link.of("url", "https://example.com/t/AbC123").orThrow(),
                  Optional.empty(),
                  SignedPlace.ENCIPHERED)
              .getFirst()
          : Bench.link(57, 'a');
    }
  }

  /** All that an order changes, and how often it is changed. */
  record State(Bytes file, FileDescription settings, List<Boolean> keys, int writes) {

    static State of(EmulatedType4Tag tag) {
      List<Boolean> keys =
          IntStream.range(0, DnaKeys.COUNT)
              .mapToObj(number -> Type4Bench.takes(tag, number, Type4Bench.KEYS.key(number)))
              .toList();
      DnaTag chip = chip(FaultyCard.sound(Type4Bench.copyOf(tag)));
      return new State(tag.ndefFile(), chip.fileSettings().orThrow(), keys, tag.writes());
    }
  }

  /**
   * Every byte of every answer, status words included, of a personalisation from the blank card.
   */
  @ParameterizedTest
  @EnumSource
  void anyAnswerCorrupted_isFinishedAtTheNextPresentation(Order order) {
    Map<String, Integer> ends = new TreeMap<>();
    for (CorruptedCard.Corruption each : corruptions(blank(), order)) {
      EmulatedType4Tag tag = blank();
      ends.merge(assertNothingGivenUp(tag, each, order), 1, Integer::sum);
      assertComplete(tag, order, each.toString());
    }
    assertTrue(ends.containsKey("AnswerUnknown"), ends.toString());
    System.out.println("personalisation walk, corrupted answers, " + order + ": " + ends);
  }

  /** The same on a card that is complete but for key 0. */
  @ParameterizedTest
  @EnumSource
  void anyAnswerCorrupted_ofACardWithoutItsKey0_isFinished(Order order) {
    for (CorruptedCard.Corruption each : corruptions(withoutKey0(order), order)) {
      EmulatedType4Tag tag = withoutKey0(order);
      assertNothingGivenUp(tag, each, order);
      assertComplete(tag, order, each.toString());
    }
  }

  /** A refusal may only rest on what was answered before anything was changed. */
  private static String assertNothingGivenUp(
      EmulatedType4Tag tag, CorruptedCard.Corruption corruption, Order order) {
    State before = State.of(tag);
    try {
      EncodeOutcome outcome = encode(new CorruptedCard(tag, corruption), order);
      if (outcome instanceof EncodeOutcome.Refused) {
        assertEquals(before, State.of(tag), corruption + " ends as " + outcome);
        return "refused, untouched";
      }
      return "verified";
    } catch (ReaderFault fault) {
      return fault.getClass().getSimpleName();
    }
  }

  private static void assertComplete(EmulatedType4Tag tag, Order order, String situation) {
    assertInstanceOf(
        EncodeOutcome.Verified.class,
        Type4Bench.encode(tag, order.request()),
        () -> situation + " is not finished");
    assertTrue(Type4Bench.takesAll(tag, Type4Bench.KEYS), situation);
  }

  /** Each byte of each answer with its lowest bit turned, and with all of them. */
  private static List<CorruptedCard.Corruption> corruptions(EmulatedType4Tag tag, Order order) {
    List<CorruptedCard.Corruption> all = new ArrayList<>();
    List<Integer> sizes = answerSizes(tag, order);
    for (int exchange = 1; exchange <= sizes.size(); exchange++) {
      for (int at = 0; at < sizes.get(exchange - 1); at++) {
        all.add(new CorruptedCard.Corruption(exchange, at, 0x01));
        all.add(new CorruptedCard.Corruption(exchange, at, 0xFF));
      }
    }
    return all;
  }

  private static List<Integer> answerSizes(EmulatedType4Tag tag, Order order) {
    FaultyCard card = FaultyCard.sound(tag);
    try (card) {
      Type4Bench.present(card).encode(order.request());
    }
    return card.answerSizes();
  }

  private static EncodeOutcome encode(CorruptedCard card, Order order) {
    long[] nanos = new long[1];
    TimeAndChance sinceArrival = new TimeAndChance(() -> nanos[0] += 1_000_000, new Random(6));
    try (card) {
      return Type4Presentation.of(card, card.field(), sinceArrival).encode(order.request());
    }
  }

  private static EmulatedType4Tag withoutKey0(Order order) {
    EmulatedType4Tag tag = blank();
    Type4Bench.encode(tag, order.request());
    setKeys(tag, Type4Bench.KEYS, with(Type4Bench.KEYS, DnaKeys.MASTER, AesKey.FACTORY));
    return tag;
  }

  private static EmulatedType4Tag blank() {
    return Type4Bench.blank(EmulatedType4Model.NTAG424);
  }

  /** A supplier's card: settings and message as ordered, key 0 the factory's, one key his own. */
  @ParameterizedTest
  @CsvSource({"SIGNED, 3", "SIGNED, 4", "PLAIN, 1", "PLAIN, 2", "PLAIN, 3", "PLAIN_AND_LOCKED, 4"})
  void preparedCardWithAForeignKey_isRefusedUntouched(Order order, int number) {
    EmulatedType4Tag tag = withoutKey0(order);
    DnaKeys before = with(Type4Bench.KEYS, DnaKeys.MASTER, AesKey.FACTORY);
    setKeys(tag, before, with(before, number, foreign()));
    assertForeign(tag, order, number);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void blankCardWithAForeignKey_isRefusedUntouched(int number) {
    EmulatedType4Tag tag = blank();
    setKeys(tag, DnaKeys.FACTORY, with(DnaKeys.FACTORY, number, foreign()));
    assertForeign(tag, Order.SIGNED, number);
  }

  private static void assertForeign(EmulatedType4Tag tag, Order order, int number) {
    Bytes file = tag.ndefFile();
    int writes = tag.writes();
    EncodeOutcome.Refused refused =
        assertInstanceOf(
            EncodeOutcome.Refused.class, Type4Bench.encode(tag, order.request()), order::toString);
    assertEquals(Type4Refusal.DNA_KEY_FOREIGN, refused.refusal().code());
    assertEquals(Integer.toString(number), refused.refusal().details().get("key"));
    assertEquals(file, tag.ndefFile());
    assertEquals(writes, tag.writes());
    assertTrue(Type4Bench.takes(tag, DnaKeys.MASTER, AesKey.FACTORY));
    assertTrue(Type4Bench.takes(tag, number, foreign()));
  }

  /** Keys 1 to 4 the factory's still under settings and a message that are the order's. */
  @Test
  void preparedCardWithFactoryKeys_getsThemAll() {
    EmulatedType4Tag tag = withoutKey0(Order.PLAIN);
    setKeys(tag, with(Type4Bench.KEYS, DnaKeys.MASTER, AesKey.FACTORY), DnaKeys.FACTORY);
    assertComplete(tag, Order.PLAIN, "keys 1 to 4 from the factory");
  }

  @Test
  void blankCardWithAForeignKey0_isRefusedUntouched() {
    EmulatedType4Tag tag = blank();
    setKeys(tag, DnaKeys.FACTORY, with(DnaKeys.FACTORY, DnaKeys.MASTER, foreign()));
    EncodeOutcome.Refused refused =
        assertInstanceOf(
            EncodeOutcome.Refused.class, Type4Bench.encode(tag, Order.SIGNED.request()));
    assertEquals(Type4Refusal.DNA_KEY_UNKNOWN, refused.refusal().code());
    assertEquals(0, tag.writes());
  }

  private static AesKey foreign() {
    return Type4Bench.keys(0x70).key(1);
  }

  private static DnaKeys with(DnaKeys keys, int number, AesKey key) {
    List<AesKey> changed = new ArrayList<>(keys.keys());
    changed.set(number, key);
    return new DnaKeys(changed);
  }

  /** As who holds key 0 does; key 0 last. */
  private static void setKeys(EmulatedType4Tag tag, DnaKeys old, DnaKeys next) {
    try (FaultyCard card = FaultyCard.sound(tag)) {
      DnaTag chip = chip(card);
      Ev2Session session =
          chip.authenticate(new Ev2Handshake(DnaKeys.MASTER, old.key(0), RND_A)).orThrow();
      for (int number = 1; number < DnaKeys.COUNT; number++) {
        session = chip.send(session.full(change(number, old, next))).orThrow().session();
      }
      chip.sendLast(session.full(change(DnaKeys.MASTER, old, next))).orThrow();
    }
  }

  private static DnaCommand change(int number, DnaKeys old, DnaKeys next) {
    return DnaCommand.changeKey(new KeyChange(number, old.key(number), next.key(number), 1));
  }

  private static DnaTag chip(FaultyCard card) {
    Type4Tag tag = new Type4Tag(card);
    assertTrue(tag.identify().isPresent());
    return new DnaTag(tag.link());
  }
}
