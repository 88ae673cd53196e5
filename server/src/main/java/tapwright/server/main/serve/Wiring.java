package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import tapwright.core.card.CardLinks;
import tapwright.core.policy.library.Packs;
import tapwright.server.app.access.EnrolStations;
import tapwright.server.app.access.KnowTokens;
import tapwright.server.app.access.RunSeller;
import tapwright.server.app.access.RunStations;
import tapwright.server.app.card.FindCards;
import tapwright.server.app.card.RunCards;
import tapwright.server.app.claim.ClaimDesk;
import tapwright.server.app.claim.ClaimMeans;
import tapwright.server.app.claim.ClaimTerms;
import tapwright.server.app.effect.CarryOut;
import tapwright.server.app.hit.ShareContact;
import tapwright.server.app.holder.ChangeContact;
import tapwright.server.app.holder.DeleteHolder;
import tapwright.server.app.holder.ExportHolder;
import tapwright.server.app.holder.FindHolders;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.holder.OpenClaims;
import tapwright.server.app.holder.OpenDeadlines;
import tapwright.server.app.holder.OpenRefunds;
import tapwright.server.app.order.AdoptCards;
import tapwright.server.app.order.FindOrders;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.app.station.AskUid;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.RewriteChips;
import tapwright.server.app.station.RunJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.app.subscription.RunSubscriptions;
import tapwright.server.console.PeoplePages;
import tapwright.server.http.Api;
import tapwright.server.http.MountedRoutes;
import tapwright.server.http.RateLimit;
import tapwright.server.main.installation.ForgottenFile;
import tapwright.server.main.installation.Installation;
import tapwright.server.record.Ledger;
import tapwright.server.record.card.ContactSeal;
import tapwright.server.record.card.Seals;
import tapwright.server.record.card.SecretSeal;
import tapwright.server.security.BrowserMark;
import tapwright.server.security.ContactVault;
import tapwright.server.security.DrawnSecrets;
import tapwright.server.security.SecretVault;
import tapwright.server.security.TextVault;
import tapwright.server.security.TokenSecret;
import tapwright.server.tap.TapRoutes;

/**
 * Use cases on an installation, and the routes that lead to them.
 *
 * @param secure whether browsers come by TLS
 * @param business how it deals with customers and programs
 */
record Wiring(
    Vertx vertx, Installation installation, Watching watching, boolean secure, Business business) {

  /** Long enough for a shift without network, short enough that a lost station blocks no order. */
  private static final Duration LEASE = Duration.ofHours(8);

  private static final String HIT_ID_GENERATOR = "L64X128MixRandom";

  Router router(TapRoutes.UseCases taps, Api.UseCases useCases) {
    Ledger store = installation.store();
    Router router = Router.router(vertx);
    new TapRoutes(taps, tapMeans()).mount(vertx, router);
    watching.mount(router);
    new PeoplePages(useCases.visitors()).mount(router);
    KnowTokens tokens = new KnowTokens(store, installation.clock());
    Awaited.of(
        new Api(
                useCases,
                tokens::callerWith,
                text -> TokenSecret.shown(text).hash(),
                () -> store.readAcrossSellers(records -> !records.sellers().all().isEmpty()))
            .mount(
                vertx,
                router,
                taps.outage(),
                new RateLimit(business.outward().apiRate(), System::nanoTime)));
    MountedRoutes.requireListed(router);
    return router;
  }

  /** What was opened before: to the payment provider, to who is told, to people's own pages. */
  record Doors(
      Api.MoneyCases money, CarryOut.Paying paying, Api.Hooks hooks, Api.Visitors visitors) {}

  private TapRoutes.Means tapMeans() {
    return new TapRoutes.Means(
        new BrowserMark(installation.keys()),
        secure,
        installation.clock(),
        RandomGeneratorFactory.<SplittableGenerator>of(HIT_ID_GENERATOR)
            .create(installation.random().nextLong()));
  }

  static ShareContact shareContact(Installation installation) {
    return new ShareContact(new ContactVault(installation.keys(), installation.random()));
  }

  Api.UseCases useCases(Packs packs, CardLinks links, Doors doors) {
    Ledger store = installation.store();
    ContactSeal contacts = new ContactVault(installation.keys(), installation.random());
    SecretSeal secrets = new SecretVault(installation.keys(), installation.random());
    Seals seals = new Seals(contacts, secrets);
    Api.CardsInTheField field = cardsInTheField(store, seals, new PlaceOrders.Terms(links, packs));
    Api.People people = people(contacts);
    return new Api.UseCases(
        new PlaceOrders(
            store, seals, new PlaceOrders.Terms(links, packs), draw(), installation.clock()),
        new FindOrders(store),
        new FindCards(store, contacts, links),
        new RunCards(store, installation.clock()),
        new LeaseJobs(
            store,
            seals,
            links,
            installation.clock(),
            new LeaseJobs.Terms(LEASE, business.outward().stationJobs())),
        new AskUid(store),
        new RewriteChips(store, seals, links, installation.ids(), installation.clock()),
        new TakeStationEvents(store, links, installation.clock()),
        new RunJobs(store),
        new RunSeller(store, secrets),
        claimDesk(packs, business.claims()),
        new RunSubscriptions(store, installation.ids(), installation.clock()),
        new EnrolStations(
            store,
            new DrawnSecrets(installation.random()),
            installation.ids(),
            installation.clock()),
        new RunStations(store, installation.clock()),
        field,
        people,
        doors.money(),
        doors.hooks(),
        doors.visitors(),
        new CarryOut(
            store,
            new CarryOut.Means(doors.paying(), field.replaceCards(), people.delete()),
            installation.clock()));
  }

  private Api.CardsInTheField cardsInTheField(Ledger store, Seals seals, PlaceOrders.Terms terms) {
    return new Api.CardsInTheField(
        new ReplaceCards(store, seals, terms.links(), draw(), installation.clock()),
        new ChangeContact(
            store,
            seals.contacts(),
            terms.links(),
            new ChangeContact.Draw(installation.ids(), installation.clock())),
        new AdoptCards(store, seals, terms, draw(), installation.clock()));
  }

  private PlaceOrders.Draw draw() {
    return new PlaceOrders.Draw(installation.random(), installation.ids());
  }

  private Api.People people(ContactSeal contacts) {
    Ledger store = installation.store();
    ForgetHolder forget = new ForgetHolder(store, contacts, installation.clock());
    DeleteHolder.Terms terms =
        new DeleteHolder.Terms(
            business.deletion(),
            List.of(new OpenDeadlines(), new OpenClaims(), new OpenRefunds()),
            ForgottenFile.in(installation.folder()));
    return new Api.People(
        new FindHolders(store),
        new ExportHolder(
            store,
            forget,
            new ExportHolder.Seals(
                contacts, new TextVault(installation.keys(), installation.random())),
            installation.clock()),
        new DeleteHolder(
            store, forget, terms, new DrawnSecrets(installation.random()), installation.clock()));
  }

  private ClaimDesk claimDesk(Packs packs, ClaimTerms terms) {
    TextVault texts = new TextVault(installation.keys(), installation.random());
    return ClaimDesk.on(
        installation.store(),
        new ClaimMeans(packs, installation.ids(), texts, terms),
        installation.clock());
  }
}
