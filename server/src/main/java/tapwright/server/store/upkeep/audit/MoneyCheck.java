package tapwright.server.store.upkeep.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import tapwright.core.policy.Money;
import tapwright.core.trail.Subject;
import tapwright.server.store.upkeep.Session;

/** Orders' books beside what the trails of their money tell. */
final class MoneyCheck {

  private static final String KEY = "order_id";

  private MoneyCheck() {}

  static CheckResult all(Session session) {
    return run(session, RetoldWalk.Which.all(Subject.Area.MONEY, KEY));
  }

  /** That of the order which the card was made for. */
  static CheckResult one(Session session, long card) {
    return run(
        session,
        RetoldWalk.Which.of(
            Subject.Area.MONEY, KEY, "SELECT order_id FROM card WHERE card_id = ?", card));
  }

  private static CheckResult run(Session session, RetoldWalk.Which which) {
    try (RetoldWalk<MoneyRetold> walk = new RetoldWalk<>(session, which, MoneyRetold::new)) {
      return walk.with("line, payment, amount, currency", "capture", MoneyCheck::captured)
          .with(
              "refund_id, line, claim_id, owed_by, reference, state, amount, currency",
              "refund",
              MoneyCheck::refund)
          .with("dispute_id, payment, status, at, amount, currency", "dispute", MoneyCheck::dispute)
          .compare(Check.MONEY_BOOKS, order -> "order " + number(session, order));
    }
  }

  /** As people name it; an order that is not there keeps its key. */
  private static String number(Session session, String order) {
    return session
        .list("SELECT number FROM purchase WHERE order_id = ?", row -> row.getString(1), order)
        .stream()
        .findFirst()
        .orElse(order);
  }

  private static void captured(ResultSet row, Figures kept, MoneyRetold retold)
      throws SQLException {
    String line = MoneyRetold.line(row.getString("line"));
    kept.put(line + ", captured", amount(row));
    kept.put(line + ", payment", row.getString("payment"));
  }

  private static void refund(ResultSet row, Figures kept, MoneyRetold retold) throws SQLException {
    String refund = MoneyRetold.refund(row.getString("refund_id"));
    kept.put(refund + ", line", row.getString("line"));
    kept.put(refund + ", amount", amount(row));
    kept.put(refund + ", claim", row.getString("claim_id"));
    kept.put(refund + ", owed by", row.getString("owed_by"));
    kept.put(refund + ", reference", row.getString("reference"));
    kept.put(refund + ", state", row.getString("state"));
    retold.known(refund, row.getString("reference"));
  }

  private static void dispute(ResultSet row, Figures kept, MoneyRetold retold) throws SQLException {
    String dispute = MoneyRetold.dispute(row.getString("dispute_id"));
    kept.put(dispute + ", payment", row.getString("payment"));
    kept.put(dispute + ", amount", amount(row));
    kept.put(dispute + ", status", row.getString("status"));
    kept.put(dispute + ", since", CardAudit.instant(row, "at"));
  }

  /** What is no amount any more is shown as it is kept. */
  static String amount(ResultSet row) throws SQLException {
    long minorUnits = row.getLong("amount");
    String currency = row.getString("currency");
    try {
      return new Money(minorUnits, currency).toString();
    } catch (IllegalArgumentException e) {
      return minorUnits + " of the smallest unit of " + currency;
    }
  }
}
