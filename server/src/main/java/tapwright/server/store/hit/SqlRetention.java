package tapwright.server.store.hit;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.server.record.hit.Retention;
import tapwright.server.store.sql.Micros;
import tapwright.server.store.sql.Sql;

/** {@link Retention} in SQL. */
public final class SqlRetention implements Retention {

  private static final String NOTE = "retention";

  /** As make_hit_months names them. */
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("'hit_'uuuu_MM", Locale.ROOT);

  private static final int MONTHS_AHEAD = 13;

  private final Sql sql;
  private final boolean hasMonths;

  /**
   * Retention of a record.
   *
   * @param hasMonths whether hits lie in partitions of months
   */
  public SqlRetention(Sql sql, boolean hasMonths) {
    this.sql = sql;
    this.hasMonths = hasMonths;
  }

  @Override
  public Optional<String> note() {
    return sql.one("SELECT value FROM upkeep WHERE name = ?", row -> row.text("value"), NOTE);
  }

  @Override
  public void setNote(String note) {
    sql.updateOne(
        "INSERT INTO upkeep (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        NOTE,
        note);
  }

  @Override
  public List<CardId> cardsAfter(long card, int limit) {
    return sql.list(
        "SELECT card_id FROM card WHERE card_id > ? ORDER BY card_id LIMIT ?",
        row -> new CardId(row.number("card_id")),
        card,
        limit);
  }

  @Override
  public int dropAgents(CardId card, Instant from, Instant before, int limit) {
    Instant end =
        sql.one(
                "SELECT at FROM hit WHERE card_id = ? AND at >= ? AND at < ?"
                    + " AND agent_id IS NOT NULL ORDER BY at LIMIT 1 OFFSET ?",
                row -> Micros.toInstant(row.number("at") + 1),
                card.value(),
                from,
                before,
                limit - 1)
            .orElse(before);
    return sql.update(
        "UPDATE hit SET agent_id = NULL WHERE card_id = ? AND at >= ? AND at < ?"
            + " AND agent_id IS NOT NULL",
        card.value(),
        from,
        end);
  }

  @Override
  public int fold(CardId card, Instant before, int limit) {
    List<FoldedHits.Hit> hits =
        sql.list(
            "SELECT at, hit_id, seller, class, assurance, reason, counter, key_version, missed FROM hit"
                + " WHERE card_id = ? AND at < ? ORDER BY at, hit_id LIMIT ?",
            SqlRetention::hit,
            card.value(),
            before,
            limit);
    if (!hits.isEmpty()) {
      fold(card, FoldedHits.of(hits));
      FoldedHits.Hit last = hits.getLast();
      sql.update(
          "DELETE FROM hit WHERE card_id = ? AND (at < ? OR at = ? AND hit_id <= ?)",
          card.value(),
          last.at(),
          last.at(),
          last.id());
    }
    return hits.size();
  }

  private static FoldedHits.Hit hit(Sql.Row row) throws SQLException {
    boolean counts = row.text("class").equals("tap") && !row.isNull("counter");
    return new FoldedHits.Hit(
        row.number("at"),
        row.number("hit_id"),
        row.text("seller"),
        new FoldedHits.Kind(
            row.text("class"),
            row.text("assurance"),
            row.text("reason").equals("quick_succession")),
        counts
            ? Optional.of(
                new FoldedHits.Read((int) row.number("key_version"), row.number("missed")))
            : Optional.empty());
  }

  private void fold(CardId card, FoldedHits folded) {
    folded.days().forEach((day, gone) -> fold(card, day, gone));
    folded
        .runs()
        .forEach(
            (keyVersion, run) ->
                sql.updateOne(
                    "INSERT INTO folded_tap (card_id, key_version, seller, taps, advance)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (card_id, key_version) DO UPDATE"
                        + " SET taps = folded_tap.taps + excluded.taps,"
                        + " advance = folded_tap.advance + excluded.advance",
                    card.value(),
                    keyVersion,
                    run.seller(),
                    run.taps(),
                    run.advance()));
  }

  private void fold(CardId card, FoldedHits.Day day, FoldedHits.Folded gone) {
    FoldedInstants instants =
        sql.one(
                "SELECT instants FROM usage_day WHERE card_id = ? AND day = ? AND class = ?",
                row -> new FoldedInstants(row.bytes("instants")),
                card.value(),
                day.number(),
                day.hitClass())
            .orElseThrow();
    sql.updateOne(
        "UPDATE usage_day SET folded = folded + ?, instants = ?"
            + " WHERE card_id = ? AND day = ? AND class = ?",
        gone.hits(),
        instants.and(gone.uses()).bytes(),
        card.value(),
        day.number(),
        day.hitClass());
  }

  @Override
  public int dropAgentsOfBefore(LocalDate day, int limit) {
    return sql.update(
        "DELETE FROM agent WHERE last_day < ? AND agent_id IN"
            + " (SELECT agent_id FROM agent WHERE last_day < ? ORDER BY last_day LIMIT ?)",
        day.toEpochDay(),
        day.toEpochDay(),
        limit);
  }

  @Override
  public void tidyMonths(LocalDate today, Instant emptyBefore) {
    if (hasMonths) {
      sql.list("SELECT make_hit_months(?::date, ?)", row -> true, today.toString(), MONTHS_AHEAD);
      months().stream()
          .filter(month -> !end(month).isAfter(emptyBefore))
          .filter(this::isEmpty)
          .forEach(this::drop);
    }
  }

  private List<String> months() {
    return sql.list(
        "SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid"
            + " WHERE inhparent = 'hit'::regclass AND relname ~ '^hit_[0-9]{4}_[0-9]{2}$'"
            + " ORDER BY relname",
        row -> row.text("relname"));
  }

  private static Instant end(String month) {
    return YearMonth.parse(month, MONTH)
        .plusMonths(1)
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private boolean isEmpty(String month) {
    return sql.one("SELECT 1 FROM " + month + " LIMIT 1", row -> true).isEmpty();
  }

  private void drop(String month) {
    sql.list("SELECT drop_empty_hit_month(?)", row -> true, month);
  }
}
