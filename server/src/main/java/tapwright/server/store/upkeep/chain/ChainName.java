package tapwright.server.store.upkeep.chain;

import java.util.Comparator;

/**
 * Which trail or history is meant.
 *
 * @param area {@code card}, or what the trail is about
 * @param subject the key of the card, claim, order, plan or holder
 */
public record ChainName(String area, String subject) implements Comparable<ChainName> {

  /** The area of cards' histories, which comes before those of all trails. */
  static final String CARD = "card";

  private static final Comparator<ChainName> ORDER =
      Comparator.comparing(ChainName::area).thenComparing(ChainName::subject);

  /** In the order in which a record is read. */
  @Override
  public int compareTo(ChainName other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return area + " " + subject;
  }
}
