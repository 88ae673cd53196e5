package tapwright.server.store.card;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.CardStatus;
import tapwright.core.card.Hold;
import tapwright.core.card.Mark;
import tapwright.core.card.SellerId;
import tapwright.core.card.Shipping;
import tapwright.core.card.Slug;
import tapwright.core.card.Tier;
import tapwright.core.ndef.LinkCounting;
import tapwright.core.tag.Uid;
import tapwright.core.wire.StationEvent;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardFilter;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.card.Cards;
import tapwright.server.record.card.Chip;
import tapwright.server.record.card.Succession;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Cards} in SQL. */
public final class SqlCards implements Cards {

  private final Sql sql;
  private final CardCache cache;
  private final SqlCardHistory history;

  public SqlCards(Sql sql, CardCache cache) {
    this.sql = sql;
    this.history = new SqlCardHistory(sql);
    this.cache = cache;
  }

  @Override
  public void add(Card card, int row) {
    sql.updateOne(
        "INSERT INTO card (card_id, seller, slug, order_id, placement_id, placement_row, state,"
            + " shipping, tier, holds, marks, version, target, counting, replaces, expires_at,"
            + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        card.id().value(),
        card.seller().value(),
        card.slug().value(),
        card.orderId(),
        card.placementId(),
        row,
        Words.of(card.status().state()),
        Words.of(card.status().shipping()),
        Words.of(card.status().tier()),
        words(card.status().holds()),
        words(card.status().marks()),
        card.version(),
        card.target(),
        Words.of(card.counting()),
        card.succession().replaces().map(CardId::value).orElse(null),
        card.expiresAt().orElse(null),
        card.createdAt());
  }

  @Override
  public Optional<Card> bySlug(Slug slug) {
    Optional<Card> cached = cache.get(slug);
    if (cached.isPresent()) {
      return cached;
    }
    Optional<Card> card =
        sql.acrossSellers(
            () -> sql.one("SELECT * FROM card WHERE slug = ?", SqlCards::read, slug.value()));
    card.ifPresent(cache::put);
    return card;
  }

  @Override
  public Map<Slug, Card> bySlugs(Collection<Slug> slugs) {
    Map<Slug, Card> found = new HashMap<>();
    slugs.forEach(slug -> cache.get(slug).ifPresent(card -> found.put(slug, card)));
    List<String> unknown =
        slugs.stream().filter(slug -> !found.containsKey(slug)).map(Slug::value).toList();
    if (!unknown.isEmpty()) {
      sql.listAmong("SELECT * FROM card", "slug", unknown, SqlCards::read)
          .forEach(card -> found.put(card.slug(), remembered(card)));
    }
    return found;
  }

  private Card remembered(Card card) {
    cache.put(card);
    return card;
  }

  @Override
  public Optional<Card> byId(SellerId seller, CardId card) {
    return sql.one(
        "SELECT * FROM card WHERE card_id = ? AND seller = ?",
        SqlCards::read,
        card.value(),
        seller.value());
  }

  @Override
  public List<Card> ofPlacement(SellerId seller, String placementId) {
    return sql.list(
        "SELECT * FROM card WHERE placement_id = ? AND seller = ? ORDER BY placement_row",
        SqlCards::read,
        placementId,
        seller.value());
  }

  @Override
  public List<CardId> ofOrder(SellerId seller, String orderId) {
    return sql.list(
        "SELECT card_id FROM card WHERE order_id = ? AND seller = ? ORDER BY card_id",
        row -> new CardId(row.number("card_id")),
        orderId,
        seller.value());
  }

  @Override
  public List<Card> list(CardFilter filter) {
    return sql.list(
        "SELECT card.* FROM card JOIN purchase USING (order_id)"
            + " WHERE card.seller = ? AND card_id > ?"
            + " AND (? = '' OR number = ?) AND (? = '' OR slug = ?)"
            + " AND (? = '' OR marks LIKE '%' || ? || '%')"
            + " ORDER BY card_id LIMIT ?",
        SqlCards::read,
        filter.seller().value(),
        filter.after(),
        filter.orderNumber(),
        filter.orderNumber(),
        filter.slug(),
        filter.slug(),
        filter.mark().map(Words::of).orElse(""),
        filter.mark().map(Words::of).orElse(""),
        filter.limit());
  }

  @Override
  public void change(Card card, CardHistory entry) {
    cache.changed(card);
    Optional<Chip> chip = card.chip();
    sql.updateAsRead(
        "UPDATE card SET state = ?, shipping = ?, tier = ?, holds = ?, marks = ?, version = ?,"
            + " target = ?, uid = ?, model = ?, counter_baseline = ?, key_version = ?,"
            + " message_hash = ?, chip_finished = ?, content_matches = ?, replaced_by = ?,"
            + " expires_at = ?, linked_to = CASE WHEN linked_to = version THEN ? ELSE linked_to END"
            + " WHERE card_id = ? AND version = ? AND seller = ?",
        Words.of(card.status().state()),
        Words.of(card.status().shipping()),
        Words.of(card.status().tier()),
        words(card.status().holds()),
        words(card.status().marks()),
        card.version(),
        card.target(),
        chip.map(made -> made.uid().toString()).orElse(null),
        chip.map(Chip::model).orElse(null),
        chip.map(Chip::counterBaseline).orElse(null),
        chip.map(Chip::keyVersion).orElse(null),
        chip.map(Chip::messageHash).orElse(null),
        chip.map(made -> words(made.finished())).orElse(""),
        card.contentMatchesOrder().orElse(null),
        card.replacedBy().map(CardId::value).orElse(null),
        card.expiresAt().orElse(null),
        card.version(),
        card.id().value(),
        card.version() - 1,
        card.seller().value());
    history.add(card, entry);
  }

  @Override
  public List<CardHistory> history(SellerId seller, CardId card) {
    return history.of(seller, card);
  }

  @Override
  public boolean isAnyUnlinked() {
    return history.isAnyUnlinked();
  }

  @Override
  public int linkSome(int limit) {
    return history.linkSome(limit);
  }

  @Override
  public List<Card> expired(Instant now, int limit) {
    return sql.list(
        "SELECT * FROM card WHERE expires_at <= ?"
            + " AND state IN ('blank', 'encoded', 'verified', 'issued', 'active')"
            + " ORDER BY expires_at, card_id LIMIT ?",
        SqlCards::read,
        now,
        limit);
  }

  @Override
  public List<Card> withSuccessorInUse(int limit) {
    return sql.list(
        "SELECT card.* FROM card JOIN card AS successor ON successor.card_id = card.replaced_by"
            + " WHERE successor.replaces = card.card_id AND successor.state = 'active'"
            + " AND card.replaced_by IS NOT NULL"
            + " AND card.state IN ('issued', 'active', 'revoked', 'expired')"
            + " ORDER BY card.card_id LIMIT ?",
        SqlCards::read,
        limit);
  }

  @Override
  public List<Card> withChip(Uid uid) {
    return sql.acrossSellers(
        () -> sql.list("SELECT * FROM card WHERE uid = ?", SqlCards::read, uid.toString()));
  }

  @Override
  public Optional<CardId> liveWith(Uid uid) {
    return sql.acrossSellers(
        () ->
            sql.one(
                "SELECT card_id FROM live_uid WHERE uid = ?",
                row -> new CardId(row.number("card_id")),
                uid.toString()));
  }

  @Override
  public void bind(Uid uid, CardId card, SellerId seller) {
    sql.updateOne(
        "INSERT INTO live_uid (uid, card_id, seller) VALUES (?, ?, ?)",
        uid.toString(),
        card.value(),
        seller.value());
  }

  @Override
  public void unbind(SellerId seller, CardId card) {
    sql.update(
        "DELETE FROM live_uid WHERE card_id = ? AND seller = ?", card.value(), seller.value());
  }

  private static String words(Set<? extends Enum<?>> values) {
    return values.stream().map(Words::of).sorted().collect(Collectors.joining(" "));
  }

  private static <E extends Enum<E>> Set<E> read(Class<E> type, String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> Words.read(type, word))
        .collect(Collectors.toSet());
  }

  public static Card read(Sql.Row row) throws SQLException {
    return new Card(
        new CardId(row.number("card_id")),
        new SellerId(row.text("seller")),
        new Slug(row.text("slug")),
        row.text("order_id"),
        row.text("placement_id"),
        status(row),
        row.number("version"),
        row.text("target"),
        Words.read(LinkCounting.class, row.text("counting")),
        row.maybe("uid", SqlCards::chip),
        row.maybe("content_matches", matches -> matches.yes("content_matches")),
        new Succession(id(row, "replaces"), id(row, "replaced_by")),
        row.maybe("expires_at", end -> end.instant("expires_at")),
        row.instant("created_at"));
  }

  private static Optional<CardId> id(Sql.Row row, String column) throws SQLException {
    return row.maybe(column, other -> new CardId(other.number(column)));
  }

  private static CardStatus status(Sql.Row row) throws SQLException {
    return new CardStatus(
        Words.read(CardState.class, row.text("state")),
        Words.read(Shipping.class, row.text("shipping")),
        Words.read(Tier.class, row.text("tier")),
        read(Hold.class, row.text("holds")),
        read(Mark.class, row.text("marks")));
  }

  private static Chip chip(Sql.Row row) throws SQLException {
    return new Chip(
        Uid.ofHex(row.text("uid")),
        row.text("model"),
        (int) row.number("counter_baseline"),
        (int) row.number("key_version"),
        row.bytes("message_hash"),
        read(StationEvent.Finished.class, row.text("chip_finished")));
  }
}
