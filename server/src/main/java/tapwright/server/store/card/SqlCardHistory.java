package tapwright.server.store.card;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tapwright.core.Bytes;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.trail.CardEntry;
import tapwright.core.trail.CardLink;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.store.sql.Sql;

/** The histories of cards in SQL: the one place where entries are added and linked. */
final class SqlCardHistory {

  private static final String OF = " WHERE card_id = ? AND seller = ?";

  private final Sql sql;

  SqlCardHistory(Sql sql) {
    this.sql = sql;
  }

  /** A card, and whose it is. */
  private record Whose(SellerId seller, CardId card) {}

  /**
   * How a history ends.
   *
   * @param link the last entry's, where it has one
   * @param linkedTo up to which entry there are links, as the card's row says
   */
  private record End(Optional<Bytes> link, long linkedTo) {}

  /** Adds the entry by which the card has its version; the card's row has it already. */
  void add(Card card, CardHistory entry) {
    Whose whose = new Whose(card.seller(), card.id());
    Optional<End> end = end(whose);
    long linkedTo = end.map(End::linkedTo).orElse(entry.version());
    boolean isInStep = linkedTo == entry.version();
    Bytes before =
        end.isEmpty()
            ? CardLink.start(whose.seller(), whose.card())
            : end.get()
                .link()
                .orElseGet(() -> linkAll(whose, isInStep ? entry.version() - 1 : linkedTo));
    insert(whose, entry, CardLink.after(before, linked(entry)));
    if (!isInStep) {
      reach(whose, entry.version());
    }
  }

  private void insert(Whose whose, CardHistory entry, Bytes link) {
    sql.updateOne(
        "INSERT INTO card_event (card_id, version, seller, kind, detail, actor, role,"
            + " cause, at, recorded_at, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        whose.card().value(),
        entry.version(),
        whose.seller().value(),
        entry.kind(),
        entry.detail(),
        entry.actor(),
        entry.role(),
        entry.cause(),
        entry.at(),
        entry.recordedAt(),
        link);
  }

  private Optional<End> end(Whose whose) {
    return sql.one(
        "SELECT link, (SELECT linked_to FROM card"
            + OF
            + ") AS linked_to FROM card_event"
            + OF
            + " ORDER BY version DESC LIMIT 1",
        row -> new End(row.maybe("link", linked -> linked.bytes("link")), row.number("linked_to")),
        whose.card().value(),
        whose.seller().value(),
        whose.card().value(),
        whose.seller().value());
  }

  /**
   * Links what a program from before added; answers the last link. Entries up to {@code linkedTo}
   * had theirs: one that lost it stays without, so that it shows.
   */
  private Bytes linkAll(Whose whose, long linkedTo) {
    Bytes link =
        sql.one(
                "SELECT link FROM card_event"
                    + OF
                    + " AND link IS NOT NULL ORDER BY version DESC LIMIT 1",
                row -> row.bytes("link"),
                whose.card().value(),
                whose.seller().value())
            .orElseGet(() -> CardLink.start(whose.seller(), whose.card()));
    for (CardHistory entry : waiting(whose)) {
      link = CardLink.after(link, linked(entry));
      if (entry.version() > linkedTo) {
        keep(whose, entry.version(), link);
      }
    }
    return link;
  }

  private void keep(Whose whose, long version, Bytes link) {
    sql.updateAsRead(
        "UPDATE card_event SET link = ?" + OF + " AND version = ? AND link IS NULL",
        link,
        whose.card().value(),
        whose.seller().value(),
        version);
  }

  private void reach(Whose whose, long version) {
    sql.updateOne(
        "UPDATE card SET linked_to = ?" + OF,
        version,
        whose.card().value(),
        whose.seller().value());
  }

  private List<CardHistory> waiting(Whose whose) {
    return sql.list(
        "SELECT * FROM card_event" + OF + " AND link IS NULL ORDER BY version",
        SqlCardHistory::read,
        whose.card().value(),
        whose.seller().value());
  }

  List<CardHistory> of(SellerId seller, CardId card) {
    return sql.list(
        "SELECT * FROM card_event" + OF + " ORDER BY version",
        SqlCardHistory::read,
        card.value(),
        seller.value());
  }

  boolean isAnyUnlinked() {
    return !unlinked(1).isEmpty();
  }

  /** A card with entries that wait for their links. */
  private record Unlinked(Whose whose, long linkedTo, long last) {}

  private List<Unlinked> unlinked(int limit) {
    return sql.list(
        "SELECT card.card_id, card.seller, card.linked_to, max(waiting.version) AS last FROM"
            + " (SELECT card_event.card_id, card_event.version FROM card_event JOIN card"
            + " ON card.card_id = card_event.card_id AND card.linked_to < card_event.version"
            + " WHERE card_event.link IS NULL ORDER BY card_event.card_id, card_event.version"
            + " LIMIT ?) AS waiting JOIN card ON card.card_id = waiting.card_id"
            + " GROUP BY card.card_id, card.seller, card.linked_to",
        row ->
            new Unlinked(
                new Whose(new SellerId(row.text("seller")), new CardId(row.number("card_id"))),
                row.number("linked_to"),
                row.number("last")),
        limit);
  }

  /** Links the entries of some cards; how many cards. */
  int linkSome(int limit) {
    List<Unlinked> cards = unlinked(limit);
    for (Unlinked card : cards) {
      linkAll(card.whose(), card.linkedTo());
      reach(card.whose(), card.last());
    }
    return cards.size();
  }

  private static CardEntry linked(CardHistory entry) {
    return new CardEntry(
        entry.version(),
        entry.kind(),
        entry.detail(),
        entry.actor(),
        entry.role(),
        entry.cause(),
        entry.at(),
        entry.recordedAt());
  }

  private static CardHistory read(Sql.Row row) throws SQLException {
    return new CardHistory(
        row.number("version"),
        row.text("kind"),
        row.text("detail"),
        row.text("actor"),
        row.text("role"),
        row.text("cause"),
        row.instant("at"),
        row.instant("recorded_at"));
  }
}
