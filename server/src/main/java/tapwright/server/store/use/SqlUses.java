package tapwright.server.store.use;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.fact.CountedUses;
import tapwright.core.tap.HitClass;
import tapwright.server.record.hit.DayUse;
import tapwright.server.record.hit.Uses;
import tapwright.server.record.order.Order;
import tapwright.server.store.hit.Days;
import tapwright.server.store.hit.FoldedInstants;
import tapwright.server.store.sql.Dialect;
import tapwright.server.store.sql.Json;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/**
 * {@link Uses} in SQL: a few statements for all cards of an account. Whole days come from the
 * roll-ups, and only what is left at the ends of segments from the hits themselves.
 */
public final class SqlUses implements Uses {

  /** After every use: the last day that a number of four digits writes. */
  private static final Cuts.Segment EVER =
      new Cuts.Segment(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

  private static final String WHOLE_DAYS =
      "SELECT usage_day.day AS day, "
          + UseSum.OF_ROLL_UPS
          + " FROM given JOIN usage_day ON usage_day.card_id = given.card_id"
          + " WHERE class IN ('tap', 'share') AND day >= ? AND day < ?"
          + " AND day * %d >= since GROUP BY day".formatted(Days.MICROS);

  /** Days of cards that are not counted as a whole, or not only. */
  private static final String DAYS_LOOKED_INTO =
      "SELECT given.card_id, since, day, class, hits, signed, mirrored, quick, folded, instants"
          + " FROM given"
          + " JOIN usage_day ON usage_day.card_id = given.card_id"
          + " WHERE class IN ('tap', 'share') AND day < ?"
          + " AND (day + 1) * %1$d > since - %2$d AND (day * %1$d < since%%s)"
              .formatted(Days.MICROS, CardDay.LONGEST_JUMP);

  private final Sql sql;
  private final String hitsOfStretches;

  public SqlUses(Sql sql) {
    this.sql = sql;
    this.hitsOfStretches = hitsOfStretches(sql.dialect());
  }

  /**
   * Each stretch looks into the partition of its own time, through the index of the cards' hits:
   * SQLite never reorders a CROSS JOIN (sqlite.org/optoverview.html, "Manual Control Of Query Plans
   * Using CROSS JOIN"), and PostgreSQL counts for each row that a LATERAL subquery stands beside
   * (manual of version 15, section 7.2.1.5).
   */
  private static String hitsOfStretches(Dialect dialect) {
    String stretches = dialect.numbers("stretch", List.of("card", "first", "last", "way"));
    String inside = "hit.card_id = card AND hit.at >= first AND hit.at < last";
    return switch (dialect) {
      case SQLITE ->
          "SELECT way, %s FROM %s CROSS JOIN hit ON %s GROUP BY way"
              .formatted(UseSum.OF_HITS, stretches, inside);
      case POSTGRESQL ->
          "SELECT way, hit.* FROM %s CROSS JOIN LATERAL (SELECT %s FROM hit WHERE %s) AS hit"
              .formatted(stretches, UseSum.OF_HITS, inside);
    };
  }

  /**
   * Some time of a card whose uses are counted hit by hit.
   *
   * @param first its first microsecond
   * @param last the first after it
   */
  private record Stretch(long card, long first, long last, DayParts.Way way) {}

  @Override
  public List<DayUse> byDay(SellerId seller, CardId card) {
    return sql.list(
        "SELECT day, class, hits FROM usage_day WHERE card_id = ? AND seller = ?"
            + " ORDER BY day, class",
        row ->
            new DayUse(
                LocalDate.ofEpochDay(row.number("day")),
                Words.read(HitClass.class, row.text("class")),
                row.number("hits")),
        card.value(),
        seller.value());
  }

  @Override
  public AccountUses of(Order order, List<Cuts.Segment> segments, CountedUses counted) {
    UsesTally tally = tally(AccountScope.of(order), segments);
    long unseen = counted.taps() ? unseenReads(order) : 0;
    return new AccountUses(tally.uses(), unseen + tally.doubtful(counted));
  }

  @Override
  public Used of(SellerId seller, CardId card) {
    return tally(AccountScope.of(seller, card), List.of(EVER)).all().used();
  }

  private UsesTally tally(AccountScope scope, List<Cuts.Segment> segments) {
    UsesTally tally = new UsesTally(segments);
    if (!segments.isEmpty()) {
      lookInto(scope, tally);
      addDays(scope, tally);
    }
    return tally;
  }

  private void addDays(AccountScope scope, UsesTally tally) {
    record Day(long number, UseSum sum) {}
    sql.list(
            scope.given() + WHOLE_DAYS,
            row -> new Day(row.number("day"), UseSum.read(row)),
            values(scope, Days.of(tally.parts().from()), Days.of(tally.parts().to() - 1) + 1))
        .forEach(day -> tally.addDay(day.number(), day.sum()));
  }

  private void lookInto(AccountScope scope, UsesTally tally) {
    List<CardDay> days = daysLookedInto(scope, tally.parts());
    days.stream()
        .filter(day -> day.isWhole() && day.unplacedUses().all() > 0)
        .forEach(day -> tally.countPiecemeal(day.day()));
    Set<Stretch> stretches = new LinkedHashSet<>();
    for (CardDay day : days) {
      List<DayParts.Part> parts = tally.oneByOne(day);
      parts.stream()
          .filter(part -> !part.isEmpty() && part.way().counts())
          .map(part -> new Stretch(day.card(), part.from(), part.to(), part.way()))
          .forEach(stretches::add);
      tally.addOwn(day);
      tally.addFolded(day, parts);
      tally.addDoubtful(day.unplacedUses());
    }
    addHits(stretches, tally);
  }

  private List<CardDay> daysLookedInto(AccountScope scope, DayParts parts) {
    SortedSet<Long> parted = parts.parted();
    String orParted =
        parted.isEmpty()
            ? ""
            : " OR day IN (%s)"
                .formatted(String.join(", ", Collections.nCopies(parted.size(), "?")));
    return sql.list(
        scope.given() + DAYS_LOOKED_INTO.formatted(orParted),
        SqlUses::day,
        Stream.concat(Stream.of(values(scope, Days.of(parts.to() - 1) + 1)), parted.stream())
            .toArray());
  }

  private static Object[] values(AccountScope scope, Long... others) {
    return Stream.concat(scope.values().stream(), Stream.of(others)).toArray();
  }

  private static CardDay day(Sql.Row row) throws SQLException {
    return new CardDay(
        row.number("card_id"),
        row.number("since"),
        row.number("day"),
        row.text("class"),
        UseSum.ofRollUp(row),
        row.number("folded"),
        new FoldedInstants(row.bytes("instants")));
  }

  private void addHits(Set<Stretch> stretches, UsesTally tally) {
    if (stretches.isEmpty()) {
      return;
    }
    List<DayParts.Way> ways = stretches.stream().map(Stretch::way).distinct().toList();
    List<List<Long>> rows = new ArrayList<>();
    for (Stretch stretch : stretches) {
      rows.add(
          List.of(
              stretch.card(), stretch.first(), stretch.last(), (long) ways.indexOf(stretch.way())));
    }
    record Found(DayParts.Way way, UseSum sum) {}
    // The cards are those that a statement of the seller's named before: to look at each hit's
    // seller again would read every row instead of the index alone.
    sql.acrossSellers(
            () ->
                sql.list(
                    hitsOfStretches,
                    row -> new Found(ways.get((int) row.number("way")), UseSum.read(row)),
                    Json.text(rows)))
        .forEach(found -> tally.add(found.way(), found.sum()));
  }

  @Override
  public void adopt(SellerId seller, CardId card, long taps, Instant at) {
    sql.updateOne(
        "INSERT INTO adopted_uses (card_id, seller, taps, counted_at) VALUES (?, ?, ?, ?)",
        card.value(),
        seller.value(),
        taps,
        at);
  }

  private long unseenReads(Order order) {
    AccountScope scope = AccountScope.of(order);
    return sum("missed", "read_counter", scope) + sum("taps", "adopted_uses", scope);
  }

  private long sum(String column, String table, AccountScope scope) {
    return sql.one(
            "SELECT coalesce(sum(%s), 0) AS unseen FROM %s WHERE card_id IN (SELECT card.card_id"
                    .formatted(column, table)
                + " FROM "
                + scope.cards()
                + ")",
            row -> row.number("unseen"),
            scope.values().toArray())
        .orElseThrow();
  }
}
