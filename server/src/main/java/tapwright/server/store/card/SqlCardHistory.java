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

  void add(Card card, CardHistory entry) {
    sql.updateOne(
        "INSERT INTO card_event (card_id, version, seller, kind, detail, actor, role,"
            + " cause, at, recorded_at, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        card.id().value(),
        entry.version(),
        card.seller().value(),
        entry.kind(),
        entry.detail(),
        entry.actor(),
        entry.role(),
        entry.cause(),
        entry.at(),
        entry.recordedAt(),
        CardLink.after(last(new Whose(card.seller(), card.id())), linked(entry)));
  }

  /** What the next entry follows; those that a program from before added get their links first. */
  private Bytes last(Whose whose) {
    Optional<Optional<Bytes>> last =
        sql.one(
            "SELECT link FROM card_event" + OF + " ORDER BY version DESC LIMIT 1",
            row -> row.maybe("link", linked -> linked.bytes("link")),
            whose.card().value(),
            whose.seller().value());
    return last.isEmpty() ? start(whose) : last.get().orElseGet(() -> linkAll(whose));
  }

  private static Bytes start(Whose whose) {
    return CardLink.start(whose.seller(), whose.card());
  }

  /** Links what waits; answers the last link. */
  private Bytes linkAll(Whose whose) {
    Bytes link =
        sql.one(
                "SELECT link FROM card_event"
                    + OF
                    + " AND link IS NOT NULL ORDER BY version DESC LIMIT 1",
                row -> row.bytes("link"),
                whose.card().value(),
                whose.seller().value())
            .orElseGet(() -> start(whose));
    for (CardHistory entry : waiting(whose)) {
      link = CardLink.after(link, linked(entry));
      keep(whose, entry.version(), link);
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
    return sql.one("SELECT card_id FROM card_event WHERE link IS NULL LIMIT 1", row -> true)
        .isPresent();
  }

  /** Links the entries of some cards; how many cards. */
  int linkSome(int limit) {
    List<Whose> cards =
        sql.list(
            "SELECT DISTINCT card_id, seller FROM (SELECT card_id, seller FROM card_event"
                + " WHERE link IS NULL ORDER BY card_id, version LIMIT ?) AS waiting",
            row -> new Whose(new SellerId(row.text("seller")), new CardId(row.number("card_id"))),
            limit);
    cards.forEach(this::linkAll);
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
