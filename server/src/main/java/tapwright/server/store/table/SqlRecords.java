package tapwright.server.store.table;

import java.sql.Connection;
import java.util.function.Supplier;
import tapwright.core.card.SellerId;
import tapwright.server.record.CardListener;
import tapwright.server.record.KeyCheck;
import tapwright.server.record.Records;
import tapwright.server.record.access.Enrolments;
import tapwright.server.record.access.Tokens;
import tapwright.server.record.account.Accounts;
import tapwright.server.record.account.Sessions;
import tapwright.server.record.account.SignInTries;
import tapwright.server.record.card.Cards;
import tapwright.server.record.card.Contacts;
import tapwright.server.record.card.Protections;
import tapwright.server.record.claim.ClaimFiles;
import tapwright.server.record.claim.ClaimTasks;
import tapwright.server.record.claim.Claims;
import tapwright.server.record.claim.Deadlines;
import tapwright.server.record.claim.EvidenceFiles;
import tapwright.server.record.duty.Duties;
import tapwright.server.record.duty.Outbox;
import tapwright.server.record.goods.CarrierScans;
import tapwright.server.record.goods.Rmas;
import tapwright.server.record.hit.Hits;
import tapwright.server.record.hit.Retention;
import tapwright.server.record.hit.Uses;
import tapwright.server.record.hook.Deliveries;
import tapwright.server.record.hook.Webhooks;
import tapwright.server.record.key.DataKeys;
import tapwright.server.record.key.Holders;
import tapwright.server.record.mail.Mails;
import tapwright.server.record.money.MoneyBooks;
import tapwright.server.record.order.IdempotencyKeys;
import tapwright.server.record.order.Orders;
import tapwright.server.record.provider.Providers;
import tapwright.server.record.seller.Sellers;
import tapwright.server.record.station.Jobs;
import tapwright.server.record.station.Rewrites;
import tapwright.server.record.station.StationEvents;
import tapwright.server.record.subscription.Subscriptions;
import tapwright.server.record.trail.Trails;
import tapwright.server.record.watch.Figures;
import tapwright.server.store.account.SqlAccounts;
import tapwright.server.store.account.SqlProviders;
import tapwright.server.store.account.SqlSessions;
import tapwright.server.store.account.SqlSignInTries;
import tapwright.server.store.card.CardCache;
import tapwright.server.store.card.SqlCards;
import tapwright.server.store.card.SqlContacts;
import tapwright.server.store.card.SqlProtections;
import tapwright.server.store.claim.SqlCarrierScans;
import tapwright.server.store.claim.SqlClaimFiles;
import tapwright.server.store.claim.SqlClaimTasks;
import tapwright.server.store.claim.SqlEvidenceFiles;
import tapwright.server.store.claim.SqlRmas;
import tapwright.server.store.hit.PostgresHits;
import tapwright.server.store.hit.RecordedHits;
import tapwright.server.store.hit.SqlHits;
import tapwright.server.store.hit.SqlRetention;
import tapwright.server.store.hook.SqlDeliveries;
import tapwright.server.store.hook.SqlWebhooks;
import tapwright.server.store.mail.SqlMails;
import tapwright.server.store.sql.Dialect;
import tapwright.server.store.sql.Sql;
import tapwright.server.store.use.SqlUses;

/** {@link Records} on one connection. */
public final class SqlRecords implements Records {

  private final Sql sql;
  private final CardCache cardCache;
  private final SqlSellers sellers;
  private final SqlTokens tokens;
  private final SqlEnrolments enrolments;
  private final SqlAccounts accounts;
  private final SqlSessions sessions;
  private final SqlSignInTries signInTries;
  private final SqlProviders providers;
  private final SqlOrders orders;
  private final SqlCards cards;
  private final SqlContacts contacts;
  private final SqlProtections protections;
  private final SqlJobs jobs;
  private final SqlStationEvents stationEvents;
  private final SqlRewrites rewrites;
  private final RecordedHits hits;
  private final SqlUses uses;
  private final SqlClaims claims;
  private final SqlClaimFiles claimFiles;
  private final SqlClaimTasks claimTasks;
  private final SqlEvidenceFiles evidenceFiles;
  private final SqlRmas rmas;
  private final SqlCarrierScans carrierScans;
  private final SqlTrails trails;
  private final SqlSubscriptions subscriptions;
  private final SqlMoneyBooks money;
  private final SqlKeys keys;
  private final SqlKeyCheck keyCheck;
  private final SqlDataKeys dataKeys;
  private final SqlHolders holders;
  private final SqlDuties duties;
  private final SqlDeadlines deadlines;
  private final SqlOutbox outbox;
  private final SqlWebhooks webhooks;
  private final SqlDeliveries deliveries;
  private final SqlMails mails;
  private final SqlRetention retention;
  private final SqlFigures figures;

  private SqlRecords(Sql sql, RecordedHits hits, SqlRetention retention, CardCache cardCache) {
    this.sql = sql;
    this.cardCache = cardCache;
    this.sellers = new SqlSellers(sql);
    this.tokens = new SqlTokens(sql);
    this.enrolments = new SqlEnrolments(sql);
    this.accounts = new SqlAccounts(sql);
    this.sessions = new SqlSessions(sql);
    this.signInTries = new SqlSignInTries(sql);
    this.providers = new SqlProviders(sql);
    this.orders = new SqlOrders(sql);
    this.cards = new SqlCards(sql, cardCache);
    this.contacts = new SqlContacts(sql);
    this.protections = new SqlProtections(sql);
    this.jobs = new SqlJobs(sql);
    this.stationEvents = new SqlStationEvents(sql);
    this.rewrites = new SqlRewrites(sql);
    this.hits = hits;
    this.uses = new SqlUses(sql);
    this.claims = new SqlClaims(sql);
    this.claimFiles = new SqlClaimFiles(sql);
    this.claimTasks = new SqlClaimTasks(sql);
    this.evidenceFiles = new SqlEvidenceFiles(sql);
    this.rmas = new SqlRmas(sql);
    this.carrierScans = new SqlCarrierScans(sql);
    this.trails = new SqlTrails(sql);
    this.subscriptions = new SqlSubscriptions(sql);
    this.money = new SqlMoneyBooks(sql);
    this.keys = new SqlKeys(sql);
    this.keyCheck = new SqlKeyCheck(sql);
    this.dataKeys = new SqlDataKeys(sql);
    this.holders = new SqlHolders(sql);
    this.duties = new SqlDuties(sql);
    this.deadlines = new SqlDeadlines(sql);
    this.outbox = new SqlOutbox(sql);
    this.webhooks = new SqlWebhooks(sql);
    this.deliveries = new SqlDeliveries(sql);
    this.mails = new SqlMails(sql);
    this.retention = retention;
    this.figures = new SqlFigures(sql);
  }

  public static SqlRecords onSqlite(Connection connection, CardCache cardCache) {
    Sql sql = new Sql(connection, Dialect.SQLITE);
    return new SqlRecords(sql, new SqlHits(sql), new SqlRetention(sql, false), cardCache);
  }

  /** On PostgreSQL hits wait to be written: whoever commits has to look for them there. */
  public static SqlRecords onPostgresql(Sql sql, PostgresHits hits, CardCache cardCache) {
    return new SqlRecords(sql, hits, new SqlRetention(sql, true), cardCache);
  }

  /** Tells which cards were changed; to be called after the commit. */
  public void afterCommit(CardListener listener) {
    cardCache.publish(listener);
  }

  /** Forgets what was read from a state that never came to be. */
  public void afterRollback() {
    hits.forget();
    cardCache.forgetAll();
  }

  @Override
  public <T> T forSeller(SellerId seller, Supplier<T> work) {
    return sql.forSeller(seller, work);
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
  public Enrolments enrolments() {
    return enrolments;
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public SignInTries signInTries() {
    return signInTries;
  }

  @Override
  public Providers providers() {
    return providers;
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
  public Rewrites rewrites() {
    return rewrites;
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
  public ClaimFiles claimFiles() {
    return claimFiles;
  }

  @Override
  public ClaimTasks claimTasks() {
    return claimTasks;
  }

  @Override
  public EvidenceFiles evidenceFiles() {
    return evidenceFiles;
  }

  @Override
  public Rmas rmas() {
    return rmas;
  }

  @Override
  public CarrierScans carrierScans() {
    return carrierScans;
  }

  @Override
  public Trails trails() {
    return trails;
  }

  @Override
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  @Override
  public MoneyBooks money() {
    return money;
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
  public DataKeys dataKeys() {
    return dataKeys;
  }

  @Override
  public Holders holders() {
    return holders;
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
  public Webhooks webhooks() {
    return webhooks;
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  @Override
  public Mails mails() {
    return mails;
  }

  @Override
  public Retention retention() {
    return retention;
  }

  @Override
  public Figures figures() {
    return figures;
  }
}
