package tapwright.server.store.table;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tapwright.core.card.CardId;
import tapwright.core.card.SellerId;
import tapwright.core.card.Tier;
import tapwright.core.plan.Charge;
import tapwright.core.policy.Money;
import tapwright.server.record.subscription.Payer;
import tapwright.server.record.subscription.StoredSubscription;
import tapwright.server.record.subscription.Subscriptions;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.sql.Words;

/** {@link Subscriptions} in SQL. */
final class SqlSubscriptions implements Subscriptions {

  private static final String CARDS_NOT_ON =
      "SELECT card_id FROM purchase JOIN card ON card.order_id = purchase.order_id WHERE"
          + " purchase.seller = ? AND tier <> ? AND state NOT IN ('revoked', 'replaced', 'expired',"
          + " 'scrapped', 'restocked') AND ";

  private final Sql sql;

  SqlSubscriptions(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void add(StoredSubscription subscription) {
    sql.updateOne(
        "INSERT INTO subscription (subscription_id, seller, account, order_id, version, state,"
            + " status, due_at, tier_wanted, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        subscription.id(),
        subscription.seller().value(),
        subscription.payer().account(),
        subscription.payer().orderId().orElse(null),
        subscription.version(),
        subscription.plan().standing().word(),
        SubscriptionText.write(subscription.plan()),
        subscription.plan().dueAt().orElse(null),
        subscription.tierWanted().map(Words::of).orElse(null),
        subscription.createdAt());
  }

  @Override
  public void change(StoredSubscription subscription) {
    sql.updateAsRead(
        "UPDATE subscription SET version = ?, state = ?, status = ?, due_at = ?, tier_wanted = ?"
            + " WHERE subscription_id = ? AND version = ? AND seller = ?",
        subscription.version(),
        subscription.plan().standing().word(),
        SubscriptionText.write(subscription.plan()),
        subscription.plan().dueAt().orElse(null),
        subscription.tierWanted().map(Words::of).orElse(null),
        subscription.id(),
        subscription.version() - 1,
        subscription.seller().value());
  }

  @Override
  public void tierGiven(StoredSubscription subscription) {
    sql.updateAsRead(
        "UPDATE subscription SET tier_wanted = NULL WHERE subscription_id = ? AND version = ?"
            + " AND seller = ?",
        subscription.id(),
        subscription.version(),
        subscription.seller().value());
  }

  @Override
  public Optional<StoredSubscription> byId(SellerId seller, String subscriptionId) {
    return sql.one(
        "SELECT * FROM subscription WHERE subscription_id = ? AND seller = ?",
        SqlSubscriptions::read,
        subscriptionId,
        seller.value());
  }

  @Override
  public List<StoredSubscription> of(Payer payer) {
    String newest = " ORDER BY created_at DESC, subscription_id DESC";
    String seller = payer.seller().value();
    return payer
        .orderId()
        .map(
            order ->
                sql.list(
                    "SELECT * FROM subscription WHERE seller = ? AND account = '' AND order_id = ?"
                        + newest,
                    SqlSubscriptions::read,
                    seller,
                    order))
        .orElseGet(
            () ->
                sql.list(
                    "SELECT * FROM subscription WHERE seller = ? AND account = ?" + newest,
                    SqlSubscriptions::read,
                    seller,
                    payer.account()));
  }

  @Override
  public void put(StoredSubscription subscription, Collection<Charge> charges) {
    for (Charge charge : charges) {
      sql.updateOne(
          "INSERT INTO plan_charge (subscription_id, number, seller, kind, amount, credit,"
              + " currency, begins_at, ends_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
              + " ON CONFLICT (subscription_id, number) DO UPDATE SET"
              + " begins_at = excluded.begins_at, ends_at = excluded.ends_at,"
              + " state = excluded.state",
          subscription.id(),
          charge.number(),
          subscription.seller().value(),
          Words.of(charge.kind()),
          charge.amount().minorUnits(),
          charge.credit().minorUnits(),
          charge.amount().currency(),
          charge.from(),
          charge.until(),
          Words.of(charge.state()));
    }
  }

  @Override
  public List<Charge> charges(SellerId seller, String subscriptionId) {
    return sql.list(
        "SELECT * FROM plan_charge WHERE subscription_id = ? AND seller = ? ORDER BY number",
        SqlSubscriptions::charge,
        subscriptionId,
        seller.value());
  }

  @Override
  public List<StoredSubscription> due(Instant now, int limit) {
    return sql.list(
        "SELECT * FROM subscription WHERE due_at IS NOT NULL AND due_at <= ?"
            + " ORDER BY due_at, subscription_id LIMIT ?",
        SqlSubscriptions::read,
        now,
        limit);
  }

  @Override
  public List<StoredSubscription> waitingForTier(int limit) {
    return sql.list(
        "SELECT * FROM subscription WHERE tier_wanted IS NOT NULL ORDER BY subscription_id"
            + " LIMIT ?",
        SqlSubscriptions::read,
        limit);
  }

  @Override
  public List<CardId> cardsNotOn(Tier tier, Payer payer, int limit) {
    String whose =
        payer.orderId().isPresent()
            ? "purchase.order_id = ?"
            : "purchase.account = ? AND purchase.account <> ''";
    return sql.list(
        CARDS_NOT_ON + whose + " ORDER BY card_id LIMIT ?",
        row -> new CardId(row.number("card_id")),
        payer.seller().value(),
        Words.of(tier),
        payer.orderId().orElse(payer.account()),
        limit);
  }

  private static StoredSubscription read(Sql.Row row) throws SQLException {
    return new StoredSubscription(
        row.text("subscription_id"),
        new Payer(
            new SellerId(row.text("seller")),
            row.text("account"),
            row.maybe("order_id", one -> one.text("order_id"))),
        row.number("version"),
        SubscriptionText.read(row.text("status")),
        row.maybe("tier_wanted", one -> Words.read(Tier.class, one.text("tier_wanted"))),
        row.instant("created_at"));
  }

  private static Charge charge(Sql.Row row) throws SQLException {
    String currency = row.text("currency");
    return new Charge(
        row.number("number"),
        Words.read(Charge.Kind.class, row.text("kind")),
        new Money(row.number("amount"), currency),
        new Money(row.number("credit"), currency),
        row.instant("begins_at"),
        row.instant("ends_at"),
        Words.read(Charge.State.class, row.text("state")));
  }
}
