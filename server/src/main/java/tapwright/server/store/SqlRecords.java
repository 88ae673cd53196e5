package tapwright.server.store;

import java.sql.Connection;
import tapwright.server.app.CardListener;
import tapwright.server.app.Cards;
import tapwright.server.app.Claims;
import tapwright.server.app.Contacts;
import tapwright.server.app.Hits;
import tapwright.server.app.IdempotencyKeys;
import tapwright.server.app.Jobs;
import tapwright.server.app.Orders;
import tapwright.server.app.Protections;
import tapwright.server.app.Records;
import tapwright.server.app.Sellers;
import tapwright.server.app.StationEvents;
import tapwright.server.app.Tokens;

/** {@link Records} on one connection. */
final class SqlRecords implements Records {

  private final CardCache cardCache;
  private final SqlSellers sellers;
  private final SqlTokens tokens;
  private final SqlOrders orders;
  private final SqlCards cards;
  private final SqlContacts contacts;
  private final SqlProtections protections;
  private final SqlJobs jobs;
  private final SqlStationEvents stationEvents;
  private final SqlHits hits;
  private final SqlClaims claims;
  private final SqlKeys keys;

  SqlRecords(Connection connection, CardCache cardCache) {
    Sql sql = new Sql(connection);
    this.cardCache = cardCache;
    this.sellers = new SqlSellers(sql);
    this.tokens = new SqlTokens(sql);
    this.orders = new SqlOrders(sql);
    this.cards = new SqlCards(sql, cardCache);
    this.contacts = new SqlContacts(sql);
    this.protections = new SqlProtections(sql);
    this.jobs = new SqlJobs(sql);
    this.stationEvents = new SqlStationEvents(sql);
    this.hits = new SqlHits(sql);
    this.claims = new SqlClaims(sql);
    this.keys = new SqlKeys(sql);
  }

  /** Tells which cards were changed; to be called after the commit. */
  void afterCommit(CardListener listener) {
    cardCache.publish(listener);
  }

  /** Forgets what was read from a state that never came to be. */
  void afterRollback() {
    hits.forget();
    cardCache.forgetAll();
  }

  @Override
  public Sellers sellers() {
    return sellers;
  }

  @Override
  public Tokens tokens() {
    return tokens;
  }

  @Override
  public Orders orders() {
    return orders;
  }

  @Override
  public Cards cards() {
    return cards;
  }

  @Override
  public Contacts contacts() {
    return contacts;
  }

  @Override
  public Protections protections() {
    return protections;
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public StationEvents stationEvents() {
    return stationEvents;
  }

  @Override
  public Hits hits() {
    return hits;
  }

  @Override
  public Claims claims() {
    return claims;
  }

  @Override
  public IdempotencyKeys keys() {
    return keys;
  }
}
