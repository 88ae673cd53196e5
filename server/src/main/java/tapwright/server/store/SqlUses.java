package tapwright.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tapwright.core.policy.explain.Cuts;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Usage;
import tapwright.server.app.Order;
import tapwright.server.app.Uses;

/**
 * {@link Uses} in SQL: whole days and hours from the roll-ups, and only what is left at both ends
 * of a segment from the hits themselves.
 */
final class SqlUses implements Uses {

  private static final String OF_ROLL_UP =
      "sum(hits) FILTER (WHERE class = 'tap') AS taps,"
          + " sum(hits) FILTER (WHERE class = 'share') AS shares,"
          + " sum(signed) FILTER (WHERE class = 'tap') AS signed,"
          + " sum(mirrored) FILTER (WHERE class = 'tap') AS mirrored,"
          + " sum(quick) FILTER (WHERE class = 'tap') AS quick";

  private static final String OF_HITS =
      "count(*) FILTER (WHERE class = 'tap') AS taps,"
          + " count(*) FILTER (WHERE class = 'share') AS shares,"
          + " count(*) FILTER (WHERE class = 'tap' AND assurance = 'signed') AS signed,"
          + " count(*) FILTER (WHERE class = 'tap' AND assurance = 'mirrored') AS mirrored,"
          + " count(*) FILTER (WHERE class = 'tap' AND reason = 'quick_succession') AS quick";

  private final Sql sql;

  SqlUses(Sql sql) {
    this.sql = sql;
  }

  /**
   * A card that was given out and used.
   *
   * @param id its key
   * @param since from when its uses count
   */
  private record Given(long id, long since) {}

  @Override
  public AccountUses of(Order order, List<Cuts.Segment> segments) {
    List<Given> cards = given(order);
    List<Usage.Use> sums = new ArrayList<>();
    long unplaced = 0;
    for (Cuts.Segment segment : segments) {
      Usage.Use sum = new Usage.Use(segment.standIn(), 0, 0);
      for (Given card : cards) {
        for (Grain.Slice slice : slices(card, segment)) {
          sum = sum.and(sum(card, slice, segment));
          unplaced += slice.grain() == Grain.MICRO ? unplaced(card, slice) : 0;
        }
      }
      if (sum.taps() + sum.shares() > 0) {
        sums.add(sum);
      }
    }
    return new AccountUses(sums, unseenReads(order) + unplaced);
  }

  /** Cards on which nobody has used anything yet are most of a large account, and left out. */
  private List<Given> given(Order order) {
    return sql.list(
        "SELECT card.card_id, min(card_event.at) AS since FROM purchase"
            + " JOIN card ON card.order_id = purchase.order_id"
            + " JOIN card_event ON card_event.card_id = card.card_id"
            + " AND card_event.kind = 'issued' WHERE "
            + ofAccount(order)
            + " AND EXISTS (SELECT 1 FROM usage_day WHERE usage_day.card_id = card.card_id"
            + " AND usage_day.class IN ('tap', 'share')) GROUP BY card.card_id",
        row -> new Given(row.number("card_id"), row.number("since")),
        order.seller().value(),
        key(order));
  }

  private static String ofAccount(Order order) {
    return order.account().isEmpty()
        ? "purchase.seller = ? AND purchase.order_id = ?"
        : "purchase.seller = ? AND purchase.account = ? AND purchase.account <> ''";
  }

  private static String key(Order order) {
    return order.account().isEmpty() ? order.id() : order.account();
  }

  private static List<Grain.Slice> slices(Given card, Cuts.Segment segment) {
    long from = Math.max(card.since(), Micros.of(segment.from()));
    return Grain.slices(from, Micros.of(segment.to()));
  }

  private Usage.Use sum(Given card, Grain.Slice slice, Cuts.Segment segment) {
    String time = slice.grain().column();
    return sql.one(
            "SELECT "
                + (slice.grain() == Grain.MICRO ? OF_HITS : OF_ROLL_UP)
                + " FROM "
                + slice.grain().table()
                + " WHERE card_id = ? AND %s >= ? AND %s < ?".formatted(time, time),
            row -> use(row, segment),
            card.id(),
            slice.from(),
            slice.to())
        .orElseThrow();
  }

  /**
   * Uses of which no instant is on record any more, in hours that are not wholly in one segment:
   * they count in none, and could have been in any. Each hour counts once: where the card was given
   * out, or else before the end of a segment.
   */
  private long unplaced(Given card, Grain.Slice micros) {
    boolean isBegun = micros.from() > card.since() && !Grain.HOUR.begins(micros.from());
    return sql.one(
            "SELECT coalesce(sum(folded), 0) AS folded FROM usage_hour"
                + " WHERE card_id = ? AND hour BETWEEN ? AND ? AND class IN ('tap', 'share')",
            row -> row.number("folded"),
            card.id(),
            Grain.HOUR.of(micros.from()) + (isBegun ? 1 : 0),
            Grain.HOUR.of(micros.to() - 1))
        .orElseThrow();
  }

  private static Usage.Use use(Sql.Row row, Cuts.Segment segment) throws SQLException {
    long taps = row.number("taps");
    long signed = row.number("signed");
    long mirrored = row.number("mirrored");
    return new Usage.Use(
        segment.standIn(),
        taps,
        row.number("shares"),
        new TapKinds(signed, mirrored, taps - signed - mirrored, row.number("quick")));
  }

  private long unseenReads(Order order) {
    return sql.one(
            "SELECT coalesce(sum(read_counter.missed), 0) AS missed FROM purchase"
                + " JOIN card ON card.order_id = purchase.order_id"
                + " JOIN read_counter ON read_counter.card_id = card.card_id WHERE "
                + ofAccount(order),
            row -> row.number("missed"),
            order.seller().value(),
            key(order))
        .orElseThrow();
  }
}
