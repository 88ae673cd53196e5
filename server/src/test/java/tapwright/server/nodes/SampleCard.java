package tapwright.server.nodes;

import java.util.Optional;
import tapwright.core.card.Slug;
import tapwright.core.tag.Uid;
import tapwright.core.tag.dna.PiccData;
import tapwright.core.tag.dna.SigningChip;

/**
 * A card that was made and given out.
 *
 * @param id its key in the API
 * @param signer what signs its link; absent for a chip that only shows its counter
 */
record SampleCard(String id, Slug slug, Uid uid, Optional<SigningChip> signer) {

  /** The read counter when it left the station. */
  static final int BASELINE = 2;

  /** What a phone asks for that reads the chip. */
  String read(int counter) {
    return "/t/"
        + slug
        + "?"
        + signer.map(chip -> signed(chip, counter)).orElse(shown(uid, counter));
  }

  /** What somebody asks for who has no such chip. */
  String forged(int counter) {
    return signer
        .map(chip -> "/t/" + slug + "?" + withOtherCode(signed(chip, counter)))
        .orElseGet(() -> "/t/" + slug + "?" + shown(Uid.ofHex("04FFFFFFFFFFFF"), counter));
  }

  private String signed(SigningChip chip, int counter) {
    return chip.query(new PiccData(uid, counter));
  }

  private static String withOtherCode(String query) {
    char last = query.charAt(query.length() - 1);
    return query.substring(0, query.length() - 1) + (last == '0' ? '1' : '0');
  }

  private static String shown(Uid uid, int counter) {
    return "m=%sx%06X".formatted(uid, counter);
  }

  /** What a phone asks for that reads the print. */
  String print() {
    return "/Q/" + slug;
  }
}
