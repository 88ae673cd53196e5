package tapwright.server.app.hit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.dna.AesKey;
import tapwright.core.tag.dna.DnaKeys;
import tapwright.core.tag.dna.SunKeys;
import tapwright.core.wire.JobSecrets;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Protection;
import tapwright.server.record.card.Protections;
import tapwright.server.record.card.SecretSeal;

/**
 * The keys that cards' signed links are verified with, opened once for the cards that were hit
 * last.
 *
 * <p>Nothing has to be forgotten when a card changes: a card's secrets are drawn once and kept for
 * ever, and whoever finds them here has just found the card on record.
 */
public final class SunKeyRing {

  private final SecretSeal seal;
  private final Map<CardId, SunKeys> opened;

  /** A ring of so many cards' keys; those unused longest go first. */
  public SunKeyRing(SecretSeal seal, int limit) {
    this.seal = seal;
    this.opened =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<CardId, SunKeys> eldest) {
            return size() > limit;
          }
        };
  }

  /** Empty for a card whose chip does not sign. */
  Optional<SunKeys> of(Card card, Protections protections) {
    return card.counting() == LinkCounting.SUN
        ? Optional.of(held(card, protections))
        : Optional.empty();
  }

  private synchronized SunKeys held(Card card, Protections protections) {
    return opened.computeIfAbsent(card.id(), id -> open(card, protections));
  }

  private SunKeys open(Card card, Protections protections) {
    JobSecrets secrets =
        protections
            .of(card.seller(), card.id())
            .flatMap(Protection::sealed)
            .map(bytes -> seal.open(bytes, card.seller(), card.id()))
            .orElseThrow(() -> without(card));
    List<String> keys = secrets.keys();
    if (keys == null) {
      throw without(card);
    }
    return new DnaKeys(keys.stream().map(Bytes::ofHex).map(AesKey::new).toList()).sun();
  }

  private static IllegalStateException without(Card card) {
    return new IllegalStateException("card " + card.id() + " signs its link but has no keys");
  }
}
