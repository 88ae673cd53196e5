package tapwright.server.app;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardLinks;
import tapwright.core.card.Slug;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.policy.library.Packs;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.PreviewAgents;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.WireContact;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.access.KnowTokens;
import tapwright.server.app.access.RunSeller;
import tapwright.server.app.access.RunTokens;
import tapwright.server.app.card.CardAct;
import tapwright.server.app.card.CardView;
import tapwright.server.app.card.FindCards;
import tapwright.server.app.card.RunCards;
import tapwright.server.app.claim.ClaimDesk;
import tapwright.server.app.claim.ClaimMeans;
import tapwright.server.app.claim.ClaimTerms;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.hit.HitRules;
import tapwright.server.app.hit.SunKeyRing;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.app.holder.ChangeContact;
import tapwright.server.app.order.AdoptCards;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.order.Placement;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.app.station.AskUid;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.RewriteChips;
import tapwright.server.app.station.RunJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.app.subscription.RunSubscriptions;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Seals;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.station.Ability;
import tapwright.server.security.ContactVault;
import tapwright.server.security.Keys;
import tapwright.server.security.SecretVault;
import tapwright.server.security.TextVault;

/** All use cases on a real record in a temporary folder, with a clock that is set by hand. */
public final class World implements AutoCloseable {

  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  /** Few, so that tests of some cards meet it. */
  public static final int MOST_JOBS = 40;

  public static final Duration LEASE = Duration.ofHours(8);
  public static final Caller SHOP =
      new Caller(Actor.token("TOKENSHOP", "web shop"), FirstSeller.ID, Role.SHOP);
  public static final Caller STATION =
      new Caller(Actor.token("TOKENSTATION1", "station 1"), FirstSeller.ID, Role.STATION);
  public static final Caller OTHER_STATION =
      new Caller(Actor.token("TOKENSTATION2", "station 2"), FirstSeller.ID, Role.STATION);
  static final CardLinks LINKS = new CardLinks(URI.create("https://cards.example.com"));

  public static final String PHONE = "Mozilla/5.0 (iPhone)";

  /** Few, so that tests of some cards see keys go and come again. */
  private static final int SIGNING_CARDS_KEPT = 2;

  public final HandClock clock = new HandClock();
  public final Random random;
  public final Ledger store;
  public final ContactVault vault;
  final Seals seals;
  public final PlaceOrders placeOrders;
  public final LeaseJobs leaseJobs;
  public final AskUid askUid;
  public final RewriteChips rewriteChips;
  public final RunSeller runSeller;
  public final TakeStationEvents takeEvents;
  public final RunCards runCards;
  public final ReplaceCards replaceCards;
  public final ChangeContact changeContact;
  public final AdoptCards adoptCards;
  public final RunJobs runJobs;
  public final FindCards findCards;
  public final HitRules hitRules;
  public final TakeHits takeHits;
  public final RunTokens tokens;
  public final KnowTokens known;
  public final ClaimMeans claimMeans;
  public final ClaimDesk claims;
  public final DecideClaims decideClaims;
  public final RunSubscriptions subscriptions;

  public World(Path folder) {
    this(SqlitePattern.open(folder.resolve(NewRecord.FILE)));
  }

  /** On an empty record, which it closes. */
  public World(Ledger empty) {
    this(empty, 42);
  }

  /** A node of its own on a record: its seed must differ from that of every other. */
  public World(Ledger record, long seed) {
    random = new Random(seed);
    store = record;
    FirstSeller.ensure(store, clock).join();
    vault = new ContactVault(new Keys(new byte[Keys.MASTER_BYTES]), random);
    seals = new Seals(vault, new SecretVault(new Keys(new byte[Keys.MASTER_BYTES]), random));
    IdSource ids = () -> CardId.draw(random).toString();
    placeOrders =
        new PlaceOrders(
            store,
            seals,
            new PlaceOrders.Terms(LINKS, Packs.shipped()),
            new PlaceOrders.Draw(random, ids),
            clock);
    replaceCards = new ReplaceCards(store, seals, LINKS, new PlaceOrders.Draw(random, ids), clock);
    adoptCards =
        new AdoptCards(
            store,
            seals,
            new PlaceOrders.Terms(LINKS, Packs.shipped()),
            new PlaceOrders.Draw(random, ids),
            clock);
    changeContact = new ChangeContact(store, vault, LINKS, new ChangeContact.Draw(ids, clock));
    leaseJobs = new LeaseJobs(store, seals, LINKS, clock, new LeaseJobs.Terms(LEASE, MOST_JOBS));
    runSeller = new RunSeller(store, seals.secrets());
    askUid = new AskUid(store);
    rewriteChips = new RewriteChips(store, seals, LINKS, ids, clock);
    takeEvents = new TakeStationEvents(store, LINKS, clock);
    runCards = new RunCards(store, clock);
    runJobs = new RunJobs(store);
    findCards = new FindCards(store, vault, LINKS);
    hitRules =
        new HitRules(
            new HitClassing(PreviewAgents.parse("twitterbot\nwhatsapp/")),
            new SunKeyRing(seals.secrets(), SIGNING_CARDS_KEPT));
    takeHits = new TakeHits(store, hitRules, TakeHits.Limits.USUAL);
    tokens = new RunTokens(store, ids, clock);
    known = new KnowTokens(store, clock);
    claimMeans =
        new ClaimMeans(
            Packs.shipped(),
            ids,
            new TextVault(new Keys(new byte[Keys.MASTER_BYTES]), random),
            ClaimTerms.USUAL);
    claims = ClaimDesk.on(store, claimMeans, clock);
    decideClaims = claims.decide();
    subscriptions = new RunSubscriptions(store, ids, clock);
  }

  public static OrderLine line(int number, String order) {
    return new OrderLine(
        number,
        order,
        "",
        new WireContact(
            "Sample Person " + number,
            "",
            "Example Ltd",
            "",
            "sample@example.com",
            "https://example.com/" + number),
        "",
        ChipOrder.USUAL,
        Map.of());
  }

  public static IdempotencyKey key(String key) {
    return new IdempotencyKey(key, Bytes.ofUtf8("body of " + key).sha256());
  }

  /** Orders so many cards under one number. */
  public Placement order(String number, int cards) {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1; i <= cards; i++) {
      lines.add(line(i, number));
    }
    return done(placeOrders.place(SHOP, key(number), lines).join());
  }

  public List<EncodeJob> lease(Caller station, int max) {
    return done(leaseJobs.lease(station, Ability.ALL_CHIPS, max).join()).jobs();
  }

  public EventsReply.Result report(Caller station, StationEvent event) {
    return takeEvents.take(station, new EventsRequest(List.of(event))).join().results().getFirst();
  }

  /** What a station reports of a card that it made as ordered. */
  public StationEvent verified(String eventId, EncodeJob job, String uid) {
    return verified(
        eventId, job.jobId(), uid, job.link() + "?m=" + CardMessages.MIRROR_PLACEHOLDER);
  }

  public StationEvent verified(String eventId, String jobId, String uid, String link) {
    return verified(eventId, jobId, uid, NdefMessage.of(new Link(link).record()));
  }

  public StationEvent verified(String eventId, String jobId, String uid, NdefMessage holds) {
    String message = holds.encode().toHex();
    return new StationEvent(
        eventId,
        jobId,
        clock.instant(),
        StationEvent.Kind.VERIFIED,
        new StationEvent.Encoded(uid, "NTAG215", message, 2, 18, null),
        null);
  }

  /** A card that was made and given out. */
  public Card issued(String order, String uid) {
    Placement placement = order(order, 1);
    EncodeJob job = lease(STATION, 1).getFirst();
    report(STATION, verified("made-" + order, job, uid));
    CardId card = CardId.parse(placement.cards().getFirst().cardId()).orElseThrow();
    return done(runCards.act(SHOP, card, act(CardEvent.Step.ISSUED)).join());
  }

  public static CardAct act(CardEvent event) {
    return new CardAct(event, "", Optional.empty());
  }

  public HitAnswer hit(Slug slug, LinkKind link, String mirror, boolean repeats) {
    return hit(slug, new Hit(link, false, PHONE, "", ChipParameters.mirrored(mirror), repeats));
  }

  public HitAnswer hit(Slug slug, Hit hit) {
    return take(new Arrival(slug, hit, clock.instant(), random.nextLong())).join();
  }

  public CompletableFuture<HitAnswer> take(Arrival arrival) {
    return FutureWaiter.takenBy(takeHits, arrival);
  }

  public CardView view(CardId card) {
    return done(findCards.view(SHOP, card).join());
  }

  public static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused ->
          throw new AssertionError(refused.refusal() + " " + refused.fields());
    };
  }

  public static Answer.Refused<?> refused(Answer<?> answer) {
    return switch (answer) {
      case Answer.Done<?> done -> throw new AssertionError("done: " + done.value());
      case Answer.Refused<?> refused -> refused;
    };
  }

  @Override
  public void close() {
    store.close();
  }

  /** A clock that stands until it is set on. */
  public static final class HandClock implements InstantSource {
    private volatile Instant now = START;

    public void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  public static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
