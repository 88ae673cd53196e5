package tapwright.server.store;

import java.sql.Connection;
import tapwright.server.app.CardListener;
import tapwright.server.app.Cards;
import tapwright.server.app.Claims;
import tapwright.server.app.Contacts;
import tapwright.server.app.Deadlines;
import tapwright.server.app.Duties;
import tapwright.server.app.Hits;
import tapwright.server.app.IdempotencyKeys;
import tapwright.server.app.Jobs;
import tapwright.server.app.KeyCheck;
import tapwright.server.app.Orders;
import tapwright.server.app.Outbox;
import tapwright.server.app.Protections;
import tapwright.server.app.Records;
import tapwright.server.app.Retention;
import tapwright.server.app.Sellers;
import tapwright.server.app.StationEvents;
import tapwright.server.app.Tokens;
import tapwright.server.app.Uses;

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
  private final RecordedHits hits;
  private final SqlUses uses;
  private final SqlClaims claims;
  private final SqlKeys keys;
  private final SqlKeyCheck keyCheck;
  private final SqlDuties duties;
  private final SqlDeadlines deadlines;
  private final SqlOutbox outbox;
  private final SqlRetention retention;

  private SqlRecords(Sql sql, RecordedHits hits, SqlRetention retention, CardCache cardCache) {
    this.cardCache = cardCache;
    this.sellers = new SqlSellers(sql);
    this.tokens = new SqlTokens(sql);
    this.orders = new SqlOrders(sql);
    this.cards = new SqlCards(sql, cardCache);
    this.contacts = new SqlContacts(sql);
    this.protections = new SqlProtections(sql);
    this.jobs = new SqlJobs(sql);
    this.stationEvents = new SqlStationEvents(sql);
    this.hits = hits;
    this.uses = new SqlUses(sql);
    this.claims = new SqlClaims(sql);
    this.keys = new SqlKeys(sql);
    this.keyCheck = new SqlKeyCheck(sql);
    this.duties = new SqlDuties(sql);
    this.deadlines = new SqlDeadlines(sql);
    this.outbox = new SqlOutbox(sql);
    this.retention = retention;
  }

  static SqlRecords onSqlite(Connection connection, CardCache cardCache) {
    Sql sql = new Sql(connection, Dialect.SQLITE);
    return new SqlRecords(sql, new SqlHits(sql), new SqlRetention(sql, false), cardCache);
  }

  /** On PostgreSQL hits wait to be written: whoever commits has to look for them there. */
  static SqlRecords onPostgresql(Sql sql, PostgresHits hits, CardCache cardCache) {
    return new SqlRecords(sql, hits, new SqlRetention(sql, true), cardCache);
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
  public Uses uses() {
    return uses;
  }

  @Override
  public Claims claims() {
    return claims;
  }

  @Override
  public IdempotencyKeys keys() {
    return keys;
  }

  @Override
  public KeyCheck keyCheck() {
    return keyCheck;
  }

  @Override
  public Duties duties() {
    return duties;
  }

  @Override
  public Deadlines deadlines() {
    return deadlines;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Retention retention() {
    return retention;
  }
}
