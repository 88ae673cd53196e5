package tapwright.server.store.upkeep;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardId;
import tapwright.core.card.CardLinks;
import tapwright.core.card.SellerId;
import tapwright.core.card.Tier;
import tapwright.core.money.Capture;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.ndef.CardMessages;
import tapwright.core.ndef.Link;
import tapwright.core.ndef.NdefMessage;
import tapwright.core.notice.MailKind;
import tapwright.core.plan.Offer;
import tapwright.core.plan.Terms;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Plan;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.library.Packs;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.tap.ChipParameters;
import tapwright.core.tap.Hit;
import tapwright.core.tap.HitClassing;
import tapwright.core.tap.LinkKind;
import tapwright.core.tap.PreviewAgents;
import tapwright.core.wire.EncodeJob;
import tapwright.core.wire.EventsRequest;
import tapwright.core.wire.StationEvent;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Actor;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.IdSource;
import tapwright.server.app.access.FirstSeller;
import tapwright.server.app.card.CardAct;
import tapwright.server.app.card.RunCards;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.claim.ClaimDesk;
import tapwright.server.app.claim.ClaimMeans;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.ClaimTerms;
import tapwright.server.app.claim.ClaimView;
import tapwright.server.app.claim.DecideClaims;
import tapwright.server.app.claim.KeepEvidence;
import tapwright.server.app.claim.Ruling;
import tapwright.server.app.claim.RunReturns;
import tapwright.server.app.claim.RunTasks;
import tapwright.server.app.claim.TaskView;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.hit.HitRules;
import tapwright.server.app.hit.HitWaiter;
import tapwright.server.app.hit.SunKeyRing;
import tapwright.server.app.hit.TakeHits;
import tapwright.server.app.holder.ChangeContact;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.money.CaptureRequest;
import tapwright.server.app.money.DisputeReport;
import tapwright.server.app.money.KeepBooks;
import tapwright.server.app.money.PayRefund;
import tapwright.server.app.money.PaymentOutcome;
import tapwright.server.app.money.Payments;
import tapwright.server.app.money.RefundLimits;
import tapwright.server.app.money.RefundLine;
import tapwright.server.app.money.RefundRequest;
import tapwright.server.app.money.ReserveRefunds;
import tapwright.server.app.order.AdoptCards;
import tapwright.server.app.order.AdoptLine;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.PlaceOrders;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.app.station.LeaseJobs;
import tapwright.server.app.station.TakeStationEvents;
import tapwright.server.app.subscription.RunSubscriptions;
import tapwright.server.app.subscription.StartRequest;
import tapwright.server.record.Ledger;
import tapwright.server.record.access.Role;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.Seals;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hook.Delivery;
import tapwright.server.record.hook.Webhook;
import tapwright.server.record.list.Page;
import tapwright.server.record.mail.Mail;
import tapwright.server.record.order.IdempotencyKey;
import tapwright.server.record.station.Ability;
import tapwright.server.security.ContactVault;
import tapwright.server.security.Keys;
import tapwright.server.security.SecretVault;
import tapwright.server.security.TextVault;

/** A record filled through the use cases: cards that were made, hits of every kind, decisions. */
public final class SampleRecord {

  /** When its first card is ordered. */
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private static final Caller SHOP =
      new Caller(Actor.token("TOKENSHOP", "web shop"), FirstSeller.ID, Role.SHOP);
  private static final Caller SUPERVISOR =
      new Caller(Actor.token("TOKENSUPERVISOR", "supervisor"), FirstSeller.ID, Role.SUPERVISOR);
  private static final Caller STATION =
      new Caller(Actor.token("TOKENSTATION", "station 1"), FirstSeller.ID, Role.STATION);
  private static final CardLinks LINKS = new CardLinks(URI.create("https://cards.example.com"));
  private static final Map<String, String> FACTS =
      Map.of("line", "subscription", "term", "monthly", "price", "49.00 INR");

  private static final List<String> AGENTS =
      List.of("Mozilla/5.0 (iPhone)", "Mozilla/5.0 (Android 16)", "Sample/1.0", "");

  private final long seed;
  private final Random random;
  private final Ledger ledger;
  private final Seals seals;
  private final TakeHits takeHits;
  private final List<Made> cards = new ArrayList<>();
  private Instant now = START;
  private final InstantSource clock = () -> now;

  private SampleRecord(Ledger ledger, long seed) {
    this.ledger = ledger;
    this.seed = seed;
    this.random = new Random(seed);
    Keys keys = new Keys(new byte[Keys.MASTER_BYTES]);
    this.seals = new Seals(new ContactVault(keys, random), new SecretVault(keys, random));
    this.takeHits =
        new TakeHits(
            ledger,
            new HitRules(
                new HitClassing(PreviewAgents.parse("twitterbot\nwhatsapp/")),
                new SunKeyRing(seals.secrets(), 2)),
            TakeHits.Limits.USUAL);
  }

  /** A card that was made, and how far its chip's counter has come. */
  private static final class Made {
    private final Card card;
    private final String uid;
    private int counter = 2;

    Made(Card card, String uid) {
      this.card = card;
      this.uid = uid;
    }
  }

  /** A record with a seller and, so far, nothing of this seed; the same seed gives the same. */
  public static SampleRecord in(Ledger ledger, long seed) {
    SampleRecord record = new SampleRecord(ledger, seed);
    FirstSeller.ensure(ledger, record.clock).join();
    return record;
  }

  /** The time that it has come to. */
  public Instant now() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  /** The ids of its cards. */
  public List<CardId> cards() {
    return cards.stream().map(made -> made.card.id()).toList();
  }

  private String nextId() {
    return CardId.draw(random).toString();
  }

  /** Orders, makes and gives out so many cards. */
  public SampleRecord withCards(int count) {
    for (int i = 0; i < count; i++) {
      String uid = "04%04X%08X".formatted(seed & 0xFFFF, cards.size());
      cards.add(new Made(make("order-" + uid, uid), uid));
    }
    return this;
  }

  private Card make(String order, String uid) {
    IdSource ids = this::nextId;
    PlaceOrders place =
        new PlaceOrders(
            ledger,
            seals,
            new PlaceOrders.Terms(LINKS, Packs.shipped()),
            new PlaceOrders.Draw(random, ids),
            clock);
    CardId card =
        CardId.parse(
                done(place.place(SHOP, key(order), List.of(line(order))).join())
                    .cards()
                    .getFirst()
                    .cardId())
            .orElseThrow();
    EncodeJob job =
        done(new LeaseJobs(
                    ledger, seals, LINKS, clock, new LeaseJobs.Terms(Duration.ofHours(8), 50))
                .lease(STATION, Ability.ALL_CHIPS, 1)
                .join())
            .jobs()
            .getFirst();
    new TakeStationEvents(ledger, LINKS, clock)
        .take(STATION, new EventsRequest(List.of(verified(job, uid))))
        .join();
    CardAct issued = new CardAct(CardEvent.Step.ISSUED, "", Optional.empty());
    return done(new RunCards(ledger, clock).act(SHOP, card, issued).join());
  }

  private static OrderLine line(String order) {
    WireContact contact =
        new WireContact(
            "Sample Person", "", "Example Ltd", "", "sample@example.com", "https://example.com/1");
    return new OrderLine(1, order, "b-rigardz", contact, "", ChipOrder.USUAL, FACTS);
  }

  private StationEvent verified(EncodeJob job, String uid) {
    String link = job.link() + "?m=" + CardMessages.MIRROR_PLACEHOLDER;
    String message = NdefMessage.of(new Link(link).record()).encode().toHex();
    return new StationEvent(
        "made-" + uid,
        job.jobId(),
        now,
        StationEvent.Kind.VERIFIED,
        new StationEvent.Encoded(uid, "NTAG215", message, 2, 18, null),
        null);
  }

  private static IdempotencyKey key(String key) {
    return new IdempotencyKey(key, Bytes.ofUtf8("body of " + key).sha256());
  }

  /** So many hits of all kinds, from some seconds to some hours apart. */
  public SampleRecord withHits(int count) {
    List<CompletableFuture<HitAnswer>> answers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      advance(Duration.ofSeconds(2 + random.nextInt(3_600)));
      answers.add(hit(cards.get(random.nextInt(cards.size()))));
      if (i % 200 == 0) {
        answers.getLast().join();
      }
    }
    answers.forEach(CompletableFuture::join);
    return this;
  }

  /** One hit: mostly a fresh read, else one that was skipped, seen or none at all. */
  private CompletableFuture<HitAnswer> hit(Made made) {
    return switch (random.nextInt(10)) {
      case 0 -> take(made, LinkKind.PRINT, ChipParameters.NONE);
      case 1 -> take(made, LinkKind.CHIP, ChipParameters.NONE);
      case 2 -> read(made, 1 + random.nextInt(made.counter));
      case 3 -> {
        made.counter += 1 + random.nextInt(5);
        yield read(made, made.counter);
      }
      default -> read(made, ++made.counter);
    };
  }

  private CompletableFuture<HitAnswer> read(Made made, int counter) {
    String mirror = "%sx%06X".formatted(made.uid, counter);
    return take(made, LinkKind.CHIP, ChipParameters.mirrored(mirror));
  }

  private CompletableFuture<HitAnswer> take(Made made, LinkKind link, ChipParameters written) {
    String agent = AGENTS.get(random.nextInt(AGENTS.size()));
    Hit hit = new Hit(link, random.nextInt(50) == 0, agent, "", written, false);
    CompletableFuture<HitAnswer> answer = new CompletableFuture<>();
    takeHits.take(new Arrival(made.card.slug(), hit, now, random.nextLong()), new Waiter(answer));
    return answer;
  }

  /** Decides so many claims, one after the other on the cards. */
  public SampleRecord withClaims(int count) {
    TextVault texts = new TextVault(new Keys(new byte[Keys.MASTER_BYTES]), random);
    ClaimMeans means = new ClaimMeans(Packs.shipped(), this::nextId, texts, ClaimTerms.USUAL);
    DecideClaims decide = new DecideClaims(ledger, means, clock);
    for (int i = 0; i < count; i++) {
      advance(Duration.ofHours(1));
      ClaimRequest request =
          new ClaimRequest(
              cards().get(i % cards.size()),
              ClaimKind.REFUND,
              Reason.UNUSED,
              Optional.empty(),
              Set.of(),
              Map.of());
      done(decide.decide(SHOP, key("claim-" + i + "-" + random.nextInt()), request).join());
    }
    return this;
  }

  /**
   * Gives a refund for the first claim, over what was decided: the word of a supervisor, its task,
   * the goods' return, the order's money; and lets an account have a plan.
   */
  public SampleRecord withWork() {
    TextVault texts = new TextVault(new Keys(new byte[Keys.MASTER_BYTES]), random);
    ClaimMeans means = new ClaimMeans(Packs.shipped(), this::nextId, texts, ClaimTerms.USUAL);
    ClaimDesk desk = ClaimDesk.on(ledger, means, clock);
    ClaimView claim =
        done(desk.see().of(SUPERVISOR, cards().getFirst(), Page.first(1)).join()).getFirst();
    String id = claim.claim().id();
    long version = claim.file().version();
    done(desk.run().rule(SUPERVISOR, id, ruling(version, Outcome.DENY)).join());
    done(desk.run().override(SUPERVISOR, id, ruling(version + 1, Outcome.FULL_REFUND)).join());
    RunTasks.Ending ending = new RunTasks.Ending(openTask(desk, id), true, "refund-" + seed);
    done(desk.tasks().end(SUPERVISOR, id, ending).join());
    RunReturns.Wanted wanted = new RunReturns.Wanted(Optional.empty(), Optional.empty());
    done(desk.returns().issue(SUPERVISOR, key("rma-" + seed), id, wanted).join());
    return withMoney("order-" + cards.getFirst().uid, id).withPlan();
  }

  private static Ruling ruling(long version, Outcome outcome) {
    return new Ruling(version, outcome, Set.of(Effect.REVOKE_CARD), Optional.empty(), "goodwill");
  }

  private static String openTask(ClaimDesk desk, String claim) {
    return done(desk.tasks().of(SUPERVISOR, claim).join()).stream()
        .map(TaskView::task)
        .filter(task -> task.ended().isEmpty())
        .map(task -> String.valueOf(task.number()))
        .findFirst()
        .orElseThrow();
  }

  private SampleRecord withMoney(String order, String claim) {
    Money paid = Money.parse("49.00 INR").orElseThrow();
    String payment = "pi_" + seed;
    KeepBooks books = new KeepBooks(ledger, clock);
    CaptureRequest capture =
        new CaptureRequest(List.of(new Capture("card", payment, paid)), Optional.empty());
    done(books.capture(SHOP, order, key("capture-" + seed), capture).join());
    RefundLine.Terms terms =
        new RefundLine.Terms(new ReserveRefunds(RefundLimits.NONE), () -> "refund-" + seed);
    RefundLine refunds =
        new RefundLine(ledger, new PayRefund(ledger, new PaysAll(), clock), terms, clock);
    RefundRequest back =
        new RefundRequest("card", Money.parse("20.00 INR").orElseThrow(), claim, "");
    done(refunds.refund(SUPERVISOR, order, key("refund-" + seed), back).join());
    DisputeReport dispute =
        new DisputeReport("dp_" + seed, payment, paid, DisputeStatus.INQUIRY, Optional.empty());
    done(books.dispute(SHOP, order, key("dispute-" + seed), dispute).join());
    return this;
  }

  /**
   * Sends a file after the second claim, and gives its money back as far as its task says, which
   * ends the task.
   */
  public SampleRecord withRefundedClaim() {
    TextVault texts = new TextVault(new Keys(new byte[Keys.MASTER_BYTES]), random);
    ClaimMeans means = new ClaimMeans(Packs.shipped(), this::nextId, texts, ClaimTerms.USUAL);
    ClaimDesk desk = ClaimDesk.on(ledger, means, clock);
    String id =
        done(desk.see().of(SUPERVISOR, cards().get(1), Page.first(10)).join())
            .getFirst()
            .claim()
            .id();
    String sent = Base64.getEncoder().encodeToString(new byte[] {'s', 'e', 'n', 't'});
    KeepEvidence.SentFile file = new KeepEvidence.SentFile(Evidence.PHOTO_PRODUCT, "sent", sent);
    done(new KeepEvidence(ledger, means, clock).add(SHOP, key("file-" + seed), id, file).join());
    long version = done(desk.see().view(SUPERVISOR, id).join()).file().version();
    Ruling all =
        new Ruling(
            version, Outcome.FULL_REFUND, Set.of(), Money.parse("49.00 INR"), "as was agreed");
    done(desk.run().rule(SUPERVISOR, id, all).join());
    return paidBack("order-" + cards.get(1).uid, id, "49.00 INR");
  }

  private SampleRecord paidBack(String order, String claim, String amount) {
    Money sum = Money.parse(amount).orElseThrow();
    CaptureRequest capture =
        new CaptureRequest(List.of(new Capture("card", "pi_back_" + seed, sum)), Optional.empty());
    done(
        new KeepBooks(ledger, clock)
            .capture(SHOP, order, key("capture-back-" + seed), capture)
            .join());
    RefundLine refunds =
        new RefundLine(
            ledger,
            new PayRefund(ledger, new PaysAll(), clock),
            new RefundLine.Terms(new ReserveRefunds(RefundLimits.NONE), this::nextId),
            clock);
    done(
        refunds
            .refund(
                SUPERVISOR, order, key("back-" + seed), new RefundRequest("card", sum, claim, ""))
            .join());
    return this;
  }

  /** Forgets the person whom its first card speaks for. */
  public SampleRecord withSomebodyForgotten() {
    ForgetHolder.Whom whom = new ForgetHolder.Whom.OfCard(cards().getFirst());
    done(
        new ForgetHolder(ledger, seals.contacts(), clock)
            .forget(FirstSeller.ID, whom, "operator")
            .join());
    return this;
  }

  private SampleRecord withPlan() {
    Money price = Money.parse("30.00 INR").orElseThrow();
    StartRequest request =
        new StartRequest(
            "customer-" + seed,
            "",
            new Offer("basic", Optional.of(Plan.BASIC), 1, price, price, Tier.PAID),
            new Terms(ZoneId.of("Asia/Kolkata"), 7, 7, 7),
            "");
    done(
        new RunSubscriptions(ledger, this::nextId, clock)
            .start(SHOP, key("plan-" + seed), request)
            .join());
    return this;
  }

  /** A provider that has paid by the time it answers. */
  private static final class PaysAll implements Payments {
    @Override
    public CompletableFuture<PaymentOutcome> refund(Wanted wanted) {
      return CompletableFuture.completedFuture(
          new PaymentOutcome.Taken("re_" + wanted.key(), RefundState.REFUNDED));
    }

    @Override
    public CompletableFuture<PaymentOutcome> find(Wanted wanted) {
      return refund(wanted);
    }
  }

  /** Replaces one of the cards, lets others speak for somebody else and expire, and adopts one. */
  public SampleRecord withLaterLives() {
    PlaceOrders.Draw draw = new PlaceOrders.Draw(random, this::nextId);
    ReplaceCards replace = new ReplaceCards(ledger, seals, LINKS, draw, clock);
    done(
        replace
            .replace(
                SHOP, key("replace"), new ReplaceCards.Wish(seen(0), ReplaceCards.Reason.LOST, ""))
            .join());
    ChangeContact change =
        new ChangeContact(
            ledger, seals.contacts(), LINKS, new ChangeContact.Draw(this::nextId, clock));
    done(change.change(SHOP, seen(1), line("other").contact()).join());
    RunCards run = new RunCards(ledger, clock);
    done(run.leadTo(SHOP, seen(2), "https://example.com/led").join());
    done(run.expireAt(SHOP, seen(2), Optional.of(now.plus(Duration.ofDays(1)))).join());
    PlaceOrders.Terms terms = new PlaceOrders.Terms(LINKS, Packs.shipped());
    done(
        new AdoptCards(ledger, seals, terms, draw, clock)
            .adopt(SHOP, key("adopt"), List.of(adoptable()))
            .join());
    return this;
  }

  private SeenCard seen(int card) {
    return new SeenCard(cards().get(card), Optional.empty());
  }

  private static AdoptLine adoptable() {
    OrderLine order =
        new OrderLine(1, "adopted", "", line("adopted").contact(), "", ChipOrder.USUAL, Map.of());
    return new AdoptLine(
        order,
        Map.of("slug", "7HK3M9QRTV", "uid", "04FFFFFFFFFFFF", "state", "issued", "taps", "41"));
  }

  private static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T> done -> done.value();
      case Answer.Refused<T> refused ->
          throw new AssertionError(refused.refusal() + " " + refused.fields());
    };
  }

  /** A hit's answer as a future. */
  private record Waiter(CompletableFuture<HitAnswer> answer) implements HitWaiter {
    @Override
    public Executor loop() {
      return Runnable::run;
    }

    @Override
    public void answered(HitAnswer hitAnswer) {
      answer.complete(hitAnswer);
    }

    @Override
    public void failed(Throwable failure) {
      answer.completeExceptionally(failure);
    }
  }

  /** An endpoint whose secret was changed, with what is on its way there, and a mail of a card. */
  public SampleRecord withNotices() {
    SellerId seller = FirstSeller.ID;
    Webhook.Change change = new Webhook.Change("web shop", now);
    Webhook webhook =
        new Webhook(
            "HOOK" + seed,
            seller,
            "https://shop.example.com/",
            List.of("claim-decided"),
            Webhook.State.ON,
            Webhook.Secrets.first(Bytes.ofUtf8("sealed")),
            0,
            now,
            change);
    Webhook rotated =
        webhook.with(webhook.secrets().rotated(Bytes.ofUtf8("sealed anew"), now), change);
    Delivery delivery =
        new Delivery(
            "msg_" + seed,
            webhook.id(),
            seller,
            "event",
            "claim-decided",
            "{}",
            Delivery.Progress.due(now),
            now);
    Mail mail =
        new Mail(
            nextId(),
            seller,
            cards().getFirst(),
            "event",
            MailKind.CLAIM_DECIDED,
            Map.of("claimId", "C1"),
            new Mail.Progress(Mail.State.WAITING, 0, now, "", now),
            now);
    ledger
        .write(
            seller,
            records -> {
              records.webhooks().add(webhook);
              records.webhooks().change(rotated);
              records.deliveries().add(delivery);
              records.mails().add(mail);
              return true;
            })
        .join();
    return this;
  }
}
