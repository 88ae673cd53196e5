package tapwright.server.store.upkeep.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.trail.CardEntry;
import tapwright.core.trail.CardLink;
import tapwright.core.trail.ChainFault;
import tapwright.core.trail.LinkedEntry;
import tapwright.server.store.upkeep.Session;

/**
 * The histories of all cards, one after the other.
 *
 * <p>A card's row says how many entries it has, so that an end that was cut off or put on shows
 * without any checkpoint.
 */
final class CardChains {

  private static final String ROWS =
      """
      SELECT card.card_id, card.seller, card.version AS versions, card_event.version AS number,
        card_event.seller AS entry_seller, kind, detail, actor, role, cause, at, recorded_at, link
      FROM card LEFT JOIN card_event ON card_event.card_id = card.card_id
      ORDER BY card.card_id, card_event.version
      """;

  private final ChainTaker taker;
  private @Nullable OpenCard open;

  private CardChains(ChainTaker taker) {
    this.taker = taker;
  }

  /** The card whose entries are being read. */
  private record OpenCard(long id, String seller, long versions, OpenChain chain) {}

  /** An entry as it is kept. */
  private record Kept(CardEntry entry, Bytes link) implements LinkedEntry {
    @Override
    public long number() {
      return entry.version();
    }

    @Override
    public Bytes linkAfter(Bytes before, long at) {
      return CardLink.after(before, entry.at(at));
    }
  }

  static void read(Session session, ChainTaker taker) {
    CardChains chains = new CardChains(taker);
    session.each(ROWS, chains::take);
    chains.close();
  }

  private void take(ResultSet row) throws SQLException {
    long id = row.getLong("card_id");
    if (id < 1 || !SellerId.isOne(row.getString("seller"))) {
      taker.fault(
          new ChainName(ChainName.CARD, String.valueOf(id)),
          new ChainFault(ChainFault.Kind.ADDED, 0, "a card's key and its seller"));
      return;
    }
    OpenCard card = openedFor(row);
    if (row.getString("kind") != null) {
      entry(card, row);
    }
  }

  private OpenCard openedFor(ResultSet row) throws SQLException {
    CardId id = new CardId(row.getLong("card_id"));
    if (open != null && open.id() == id.value()) {
      return open;
    }
    close();
    String seller = row.getString("seller");
    OpenChain chain =
        new OpenChain(
            new ChainName(ChainName.CARD, id.toString()),
            CardLink.start(new SellerId(seller), id),
            taker);
    OpenCard opened = new OpenCard(id.value(), seller, row.getLong("versions"), chain);
    open = opened;
    return opened;
  }

  private static void entry(OpenCard card, ResultSet row) throws SQLException {
    long number = row.getLong("number");
    if (number > card.versions()) {
      card.chain()
          .fault(ChainFault.Kind.ADDED, number, "entries up to the card's " + card.versions());
      return;
    }
    if (!card.seller().equals(row.getString("entry_seller"))) {
      card.chain().fault(ChainFault.Kind.CHANGED, number, "seller " + card.seller());
    }
    card.chain()
        .next(
            new Kept(
                new CardEntry(
                    number,
                    row.getString("kind"),
                    row.getString("detail"),
                    row.getString("actor"),
                    row.getString("role"),
                    row.getString("cause"),
                    KeptLink.instant(row, "at"),
                    KeptLink.instant(row, "recorded_at")),
                KeptLink.of(row)));
  }

  private void close() {
    if (open != null) {
      long last = open.chain().last();
      if (last < open.versions()) {
        open.chain()
            .fault(
                last == 0 ? ChainFault.Kind.REMOVED : ChainFault.Kind.CUT,
                last + 1,
                "entries up to the card's " + open.versions());
      }
      open.chain().end();
      open = null;
    }
  }
}
