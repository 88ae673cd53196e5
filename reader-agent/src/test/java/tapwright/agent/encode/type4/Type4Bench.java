package tapwright.agent.encode.type4;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tapwright.agent.emulator.EmulatedType4Model;
import tapwright.agent.emulator.EmulatedType4Tag;
import tapwright.agent.emulator.TagImage;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.EncodeRequest;
import tapwright.agent.encode.FaultyCard;
import tapwright.agent.encode.TimeAndChance;
import tapwright.agent.tag.DnaTag;
import tapwright.agent.tag.Type4Tag;
import tapwright.core.Bytes;
import tapwright.core.Checked;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.Ev2Handshake;
import tapwright.core.tag.memory.NdefShape;

/** Emulated Type 4 tags with the agent's side above them, and what phones and key holders see. */
public final class Type4Bench {

  static final Uid UID = Uid.ofHex("04A1B2C3D4E5F6");

  /** Keys of one order. */
  public static final DnaKeys KEYS = keys(0x10);

  private static final Bytes RND_A = Bytes.ofHex("000102030405060708090A0B0C0D0E0F");

  private Type4Bench() {}

  /** Five keys that differ from each other. */
  static DnaKeys keys(int first) {
    return new DnaKeys(
        IntStream.range(first, first + DnaKeys.COUNT)
            .mapToObj(number -> new AesKey(Bytes.of(number).padTo(16)))
            .toList());
  }

  static EmulatedType4Tag blank(EmulatedType4Model model) {
    return model.blank(UID, new Random(4));
  }

  /** A tag of its own with all that the other has stored, off the field. */
  static EmulatedType4Tag copyOf(EmulatedType4Tag tag) {
    return switch (TagImage.read(TagImage.write(tag), new Random(5))) {
      case TagImage.Reading.Read(var copy) -> (EmulatedType4Tag) copy;
      case TagImage.Reading.Refused bad -> throw new IllegalStateException("image: " + bad);
    };
  }

  static Type4Presentation present(FaultyCard card) {
    return present(card, new Random(6));
  }

  static Type4Presentation present(FaultyCard card, RandomGenerator random) {
    long[] nanos = new long[1];
    return Type4Presentation.of(
        card, card.field(), new TimeAndChance(() -> nanos[0] += 1_000_000, random));
  }

  /** One presentation from laying down to taking away. */
  static EncodeOutcome encode(EmulatedType4Tag tag, EncodeRequest request) {
    return encode(FaultyCard.sound(tag), request);
  }

  static EncodeOutcome encode(FaultyCard card, EncodeRequest request) {
    try (card) {
      return present(card).encode(request);
    }
  }

  /** What NLEN covers, as any phone reads it; empty for no message. The tag itself stays unread. */
  static Bytes shown(EmulatedType4Tag tag) {
    Type4Tag phone = new Type4Tag(FaultyCard.sound(copyOf(tag)));
    requireNdef(phone);
    phone.selectFile(0xE104);
    Bytes length = phone.read(0, 2);
    int size = length.at(0) << 8 | length.at(1);
    Bytes message = Bytes.EMPTY;
    while (message.size() < size) {
      int next = Math.min(15, size - message.size());
      message = message.plus(phone.read(2 + message.size(), next));
    }
    return message;
  }

  private static void requireNdef(Type4Tag card) {
    if (card.identify().isEmpty()) {
      throw new IllegalStateException("the card has no NDEF application");
    }
  }

  /** What a phone takes for a message, in no way strict; empty for none. */
  static Bytes message(EmulatedType4Tag tag) {
    Bytes shown = shown(tag);
    return NdefShape.isMessage(shown) ? shown : Bytes.EMPTY;
  }

  /** Whether the chip takes the key; tried on a copy. */
  static boolean takes(EmulatedType4Tag tag, int number, AesKey key) {
    Type4Tag card = new Type4Tag(FaultyCard.sound(copyOf(tag)));
    requireNdef(card);
    return new DnaTag(card.link()).authenticate(new Ev2Handshake(number, key, RND_A))
        instanceof Checked.Passed<?>;
  }

  static boolean takesAll(EmulatedType4Tag tag, DnaKeys keys) {
    return IntStream.range(0, DnaKeys.COUNT)
        .allMatch(number -> takes(tag, number, keys.key(number)));
  }

  static List<AesKey> mastersEverWritten() {
    return List.of(AesKey.FACTORY, KEYS.key(DnaKeys.MASTER));
  }
}
