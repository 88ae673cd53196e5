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
import tapwright.server.store.upkeep.CardRows;
import tapwright.server.store.upkeep.Session;

/**
 * The histories of all cards, one after the other; also of cards that are not there any more.
 *
 * <p>A card's row says how many entries it has, so that an end that was cut off or put on shows
 * without any checkpoint; and up to which of them there are links, so that one that was emptied
 * does not pass for one that waits.
 */
final class CardChains {

  private static final String CARDS =
      "SELECT card_id, seller, version, linked_to FROM card ORDER BY card_id";
  private static final String ENTRIES = "SELECT * FROM card_event ORDER BY card_id, version";

  /** Cards that others name: each that was ordered has a job, and was read back by a station. */
  private static final String NAMED =
      "SELECT card_id FROM (SELECT card_id FROM encode_job UNION SELECT card_id FROM contact"
          + " UNION SELECT card_id FROM claim UNION SELECT card_id FROM station_event"
          + " WHERE card_id IS NOT NULL) AS named WHERE NOT EXISTS"
          + " (SELECT 1 FROM card WHERE card.card_id = named.card_id) ORDER BY card_id";

  private static final long NO_ROW = -1;

  private final ChainTaker taker;
  private boolean isRefused;
  private @Nullable OpenCard open;

  private CardChains(ChainTaker taker) {
    this.taker = taker;
  }

  /**
   * A card as its row tells of its history.
   *
   * @param versions how many entries there are; {@link #NO_ROW} where there is no row
   * @param linkedTo up to which of them there are links
   */
  private record KeptCard(CardId id, SellerId seller, long versions, long linkedTo) {}

  /** The card whose entries are being read. */
  private record OpenCard(KeptCard card, OpenChain chain) {}

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
    try (CardRows cards = new CardRows(session.rows(CARDS));
        CardRows entries = new CardRows(session.rows(ENTRIES));
        CardRows named = new CardRows(session.rows(NAMED))) {
      chains.read(new Rows(cards, entries, named));
    }
  }

  /** What is read side by side. */
  private record Rows(CardRows cards, CardRows entries, CardRows named) {
    long next() {
      return Math.min(named.card(), Math.min(cards.card(), entries.card()));
    }
  }

  private void read(Rows rows) {
    for (long card = rows.next(); card < CardRows.END; card = rows.next()) {
      isRefused = false;
      rows.cards().each(card, this::card);
      rows.entries().each(card, this::entry);
      rows.named().each(card, this::named);
      close();
    }
  }

  private void card(ResultSet row) throws SQLException {
    if (isOne(row)) {
      open =
          opened(
              new KeptCard(
                  new CardId(row.getLong("card_id")),
                  new SellerId(row.getString("seller")),
                  row.getLong("version"),
                  row.getLong("linked_to")));
    }
  }

  /** A card that is named and is not there; where entries are left, it is open by now. */
  private void named(ResultSet row) throws SQLException {
    long id = row.getLong("card_id");
    if (open == null && id > 0) {
      OpenChain chain =
          new OpenChain(
              new ChainName(ChainName.CARD, new CardId(id).toString()), Bytes.EMPTY, taker);
      chain.fault(ChainFault.Kind.REMOVED, 1, "the card and its entries");
      chain.end();
    }
  }

  /** Whether key and seller can be; what cannot is named once. */
  private boolean isOne(ResultSet row) throws SQLException {
    long id = row.getLong("card_id");
    boolean isOne = id > 0 && SellerId.isOne(row.getString("seller"));
    if (!isOne && !isRefused) {
      taker.fault(
          new ChainName(ChainName.CARD, String.valueOf(id)),
          new ChainFault(ChainFault.Kind.ADDED, 0, "a card's key and its seller"));
      isRefused = true;
    }
    return isOne;
  }

  private OpenCard opened(KeptCard card) {
    return new OpenCard(
        card,
        new OpenChain(
            new ChainName(ChainName.CARD, card.id().toString()),
            CardLink.start(card.seller(), card.id()),
            taker));
  }

  private void entry(ResultSet row) throws SQLException {
    if (open == null && !isRefused && isOne(row)) {
      open = withoutRow(row);
    }
    if (open != null) {
      entry(open, row);
    }
  }

  /** A card of which there are only entries left, as many as there are. */
  private OpenCard withoutRow(ResultSet row) throws SQLException {
    OpenCard card =
        opened(
            new KeptCard(
                new CardId(row.getLong("card_id")),
                new SellerId(row.getString("seller")),
                NO_ROW,
                0));
    card.chain().fault(ChainFault.Kind.MISSING, 0, "the card of these entries");
    return card;
  }

  private static void entry(OpenCard open, ResultSet row) throws SQLException {
    KeptCard card = open.card();
    long number = row.getLong("version");
    if (card.versions() != NO_ROW && number > card.versions()) {
      open.chain()
          .fault(ChainFault.Kind.ADDED, number, "entries up to the card's " + card.versions());
      return;
    }
    if (!card.seller().value().equals(row.getString("seller"))) {
      open.chain().fault(ChainFault.Kind.CHANGED, number, "seller " + card.seller());
    }
    open.chain().next(kept(row, number > card.linkedTo()));
  }

  private static Kept kept(ResultSet row, boolean mayWait) throws SQLException {
    return new Kept(
        new CardEntry(
            row.getLong("version"),
            row.getString("kind"),
            row.getString("detail"),
            row.getString("actor"),
            row.getString("role"),
            row.getString("cause"),
            KeptLink.instant(row, "at"),
            KeptLink.instant(row, "recorded_at")),
        KeptLink.of(row, mayWait));
  }

  private void close() {
    if (open != null) {
      long last = open.chain().last();
      long versions = open.card().versions();
      if (last < versions) {
        open.chain()
            .fault(
                last == 0 ? ChainFault.Kind.REMOVED : ChainFault.Kind.CUT,
                last + 1,
                "entries up to the card's " + versions);
      }
      open.chain().end();
      open = null;
    }
  }
}
