package tapwright.server.main.serve;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
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
import tapwright.server.app.claim.EffectDesk;
import tapwright.server.app.hit.ShareContact;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.station.AskUid;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.RunJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.console.PeoplePages;
import tapwright.server.http.Api;
import tapwright.server.http.MountedRoutes;
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
 */
record Wiring(Vertx vertx, Installation installation, Watching watching, boolean secure) {

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
            .mount(vertx, router, taps.outage()));
    MountedRoutes.requireListed(router);
    return router;
  }

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

  Api.UseCases useCases(Packs packs, CardLinks links, Api.Visitors visitors, ClaimTerms terms) {
    Ledger store = installation.store();
    ContactSeal contacts = new ContactVault(installation.keys(), installation.random());
    SecretSeal secrets = new SecretVault(installation.keys(), installation.random());
    Seals seals = new Seals(contacts, secrets);
    return new Api.UseCases(
        new PlaceOrders(
            store,
            seals,
            new PlaceOrders.Terms(links, packs),
            new PlaceOrders.Draw(installation.random(), installation.ids()),
            installation.clock()),
        new FindCards(store, contacts, links),
        new RunCards(store, installation.clock()),
        new LeaseJobs(store, seals, links, installation.clock(), LEASE),
        new AskUid(store),
        new TakeStationEvents(store, links, installation.clock()),
        new RunJobs(store),
        new RunSeller(store, secrets),
        claimDesk(packs, terms),
        new EnrolStations(
            store,
            new DrawnSecrets(installation.random()),
            installation.ids(),
            installation.clock()),
        new RunStations(store, installation.clock()),
        visitors);
  }

  private ClaimDesk claimDesk(Packs packs, ClaimTerms terms) {
    TextVault texts = new TextVault(installation.keys(), installation.random());
    return ClaimDesk.on(
        installation.store(),
        new ClaimMeans(packs, installation.ids(), texts, terms),
        EffectDesk.PEOPLE,
        installation.clock());
  }
}
