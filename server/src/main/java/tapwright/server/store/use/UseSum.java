package tapwright.server.store.use;

import java.sql.SQLException;
import java.time.Instant;
import tapwright.core.policy.fact.TapKinds;
import tapwright.core.policy.fact.Usage;
import tapwright.server.record.hit.Uses;
import tapwright.server.store.hit.FoldedInstants;
import tapwright.server.store.sql.Sql;

/**
 * How many taps and shares there are of some time.
 *
 * @param signed how many of the taps the chip signed
 * @param mirrored how many of the taps the chip wrote its counter into
 * @param quick how many of the taps came in quick succession
 */
record UseSum(long taps, long shares, long signed, long mirrored, long quick) {

  static final UseSum NONE = new UseSum(0, 0, 0, 0, 0);

  /** The columns of {@link #read} over rows of roll-ups. */
  static final String OF_ROLL_UPS =
      "sum(hits) FILTER (WHERE class = 'tap') AS taps,"
          + " sum(hits) FILTER (WHERE class = 'share') AS shares,"
          + " sum(signed) FILTER (WHERE class = 'tap') AS signed,"
          + " sum(mirrored) FILTER (WHERE class = 'tap') AS mirrored,"
          + " sum(quick) FILTER (WHERE class = 'tap') AS quick";

  /** The columns of {@link #read} over hits. */
  static final String OF_HITS =
      "count(*) FILTER (WHERE class = 'tap') AS taps,"
          + " count(*) FILTER (WHERE class = 'share') AS shares,"
          + " count(*) FILTER (WHERE class = 'tap' AND assurance = 'signed') AS signed,"
          + " count(*) FILTER (WHERE class = 'tap' AND assurance = 'mirrored') AS mirrored,"
          + " count(*) FILTER (WHERE class = 'tap' AND reason = 'quick_succession') AS quick";

  static UseSum read(Sql.Row row) throws SQLException {
    return new UseSum(
        row.number("taps"),
        row.number("shares"),
        row.number("signed"),
        row.number("mirrored"),
        row.number("quick"));
  }

  /** The uses that a row of a roll-up stands for. */
  static UseSum ofRollUp(Sql.Row row) throws SQLException {
    long hits = row.number("hits");
    return isTap(row.text("class"))
        ? new UseSum(hits, 0, row.number("signed"), row.number("mirrored"), row.number("quick"))
        : new UseSum(0, hits, 0, 0, 0);
  }

  private static boolean isTap(String hitClass) {
    return hitClass.equals("tap");
  }

  /** So many uses of which only the class is known. */
  static UseSum of(String hitClass, long uses) {
    return isTap(hitClass) ? new UseSum(uses, 0, 0, 0, 0) : new UseSum(0, uses, 0, 0, 0);
  }

  /** One use whose hit is on record no more. */
  static UseSum of(String hitClass, FoldedInstants.Use use) {
    return isTap(hitClass)
        ? new UseSum(1, 0, use.isSigned() ? 1 : 0, use.isMirrored() ? 1 : 0, use.quick() ? 1 : 0)
        : of(hitClass, 1);
  }

  UseSum plus(UseSum other) {
    return new UseSum(
        taps + other.taps,
        shares + other.shares,
        signed + other.signed,
        mirrored + other.mirrored,
        quick + other.quick);
  }

  UseSum minus(UseSum other) {
    return plus(
        new UseSum(-other.taps, -other.shares, -other.signed, -other.mirrored, -other.quick));
  }

  long all() {
    return taps + shares;
  }

  Uses.Used used() {
    return new Uses.Used(taps, shares);
  }

  Usage.Use at(Instant instant) {
    return new Usage.Use(
        instant, taps, shares, new TapKinds(signed, mirrored, taps - signed - mirrored, quick));
  }
}
