package tapwright.server.record;

import java.util.function.Supplier;
import tapwright.core.card.SellerId;
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

/** All that is on record, area by area, for the length of one transaction. */
public interface Records {

  /** Does a part of a work for one seller, whose rows alone it may touch. */
  <T> T forSeller(SellerId seller, Supplier<T> work);

  Sellers sellers();

  Tokens tokens();

  Enrolments enrolments();

  Accounts accounts();

  Sessions sessions();

  SignInTries signInTries();

  Providers providers();

  Orders orders();

  Cards cards();

  Contacts contacts();

  Protections protections();

  Jobs jobs();

  StationEvents stationEvents();

  Rewrites rewrites();

  Hits hits();

  Uses uses();

  Claims claims();

  ClaimFiles claimFiles();

  ClaimTasks claimTasks();

  EvidenceFiles evidenceFiles();

  Rmas rmas();

  CarrierScans carrierScans();

  Trails trails();

  Subscriptions subscriptions();

  MoneyBooks money();

  IdempotencyKeys keys();

  KeyCheck keyCheck();

  DataKeys dataKeys();

  Holders holders();

  Duties duties();

  Deadlines deadlines();

  Outbox outbox();

  Webhooks webhooks();

  Deliveries deliveries();

  Mails mails();

  Retention retention();

  Figures figures();
}
