package tapwright.server.main.bench.load;

import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tapwright.core.card.CardId;
import tapwright.core.card.Slug;
import tapwright.core.tag.Uid;

/**
 * A card that load is sent to.
 *
 * @param uid of its chip
 * @param kind of its link
 */
public record BenchCard(CardId id, Slug slug, Uid uid, TapLoad.Kind kind) {

  /** What the first byte of NXP's UIDs is (ISO/IEC 7816-6, list of manufacturers). */
  private static final byte NXP = 0x04;

  private static final int UID_BYTES = 7;

  /** So many cards of one kind. */
  public static List<BenchCard> draw(RandomGenerator random, TapLoad.Kind kind, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new BenchCard(CardId.draw(random), Slug.draw(random), uid(random), kind))
        .toList();
  }

  private static Uid uid(RandomGenerator random) {
    byte[] bytes = new byte[UID_BYTES];
    random.nextBytes(bytes);
    bytes[0] = NXP;
    return Uid.ofHex(HexFormat.of().withUpperCase().formatHex(bytes));
  }

  /** The cards as the client's script reads them. */
  static String lines(List<BenchCard> cards) {
    return cards.stream().map(BenchCard::line).collect(Collectors.joining());
  }

  private String line() {
    return switch (kind) {
      case LINK -> slug + "\n";
      case MIRROR -> slug + " " + uid + "\n";
    };
  }
}
