package tapwright.server.app.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tapwright.core.Bytes;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Slug;
import tapwright.core.claim.ClaimState;
import tapwright.core.claim.Disposition;
import tapwright.core.claim.RmaEvent;
import tapwright.core.claim.RmaState;
import tapwright.core.claim.Verdict;
import tapwright.core.money.Capture;
import tapwright.core.money.DisputeStatus;
import tapwright.core.money.RefundState;
import tapwright.core.policy.Money;
import tapwright.core.policy.fact.ClaimKind;
import tapwright.core.policy.fact.Evidence;
import tapwright.core.policy.fact.Reason;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.card.CardAct;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.claim.ClaimNote;
import tapwright.server.app.claim.ClaimRequest;
import tapwright.server.app.claim.ClaimView;
import tapwright.server.app.claim.KeepEvidence;
import tapwright.server.app.claim.RmaView;
import tapwright.server.app.claim.Ruling;
import tapwright.server.app.claim.RunReturns;
import tapwright.server.app.claim.RunTasks;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.money.BookProvider;
import tapwright.server.app.money.CaptureRequest;
import tapwright.server.app.money.PaymentNotice;
import tapwright.server.app.money.RefundRequest;
import tapwright.server.app.order.ChipOrder;
import tapwright.server.app.order.OrderLine;
import tapwright.server.app.order.Placement;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.app.order.Replacement;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.money.StoredRefund;
import tapwright.server.record.order.IdempotencyKey;

/**
 * One life: orders of two sellers, their cards, claims and money, each beside its model. An act is
 * asked of the use cases and of the model, and both have to say the same.
 */
final class LivedLife {

  private static final AtomicLong NUMBERS = new AtomicLong();
  private static final int JOBS = 50;
  private static final Map<String, String> ORDERED =
      Map.of(
          "line", "card",
          "design", "stock",
          "purchasedAt", "2026-02-24T13:00:00+05:30",
          "price", "49.00 INR");
  private static final List<Step> STEPS =
      List.of(
          Step.ACTIVATED,
          Step.ACTIVATED,
          Step.ISSUED,
          Step.SHIPPED,
          Step.SHIPPED,
          Step.DELIVERED,
          Step.DELIVERED,
          Step.RETURNED,
          Step.RETURNED,
          Step.REVOKED,
          Step.SCRAPPED,
          Step.RESTOCKED,
          Step.TRANSFER_DETECTED,
          Step.TRANSFER_SETTLED);
  private static final List<Hold> HOLDS = List.of(Hold.values());
  private static final List<Outcome> WORDS =
      List.of(
          Outcome.FULL_REFUND,
          Outcome.REPLACEMENT,
          Outcome.DENY,
          Outcome.CUSTOMER_CHOICE,
          Outcome.REVIEW);

  final LifeWorld all;
  final long number = NUMBERS.incrementAndGet();
  final List<Order> orders = new ArrayList<>();
  final List<String> wrong = new ArrayList<>();
  private final Looks looks;
  private Random random = new Random(0);
  private int keys;

  /** An order of one seller with all that belongs to it. */
  static final class Order {
    final LifeWorld.Seller seller;
    final String number;
    final List<CardModel> cards = new ArrayList<>();
    final List<ClaimModel> claims = new ArrayList<>();
    final MoneyModel money = new MoneyModel();

    Order(LifeWorld.Seller seller, String number) {
      this.seller = seller;
      this.number = number;
    }

    String payment() {
      return "pi_" + number;
    }
  }

  LivedLife(LifeWorld all) {
    this.all = all;
    this.looks = new Looks(this);
    all.provider.forget();
    all.ledger.heal();
    for (LifeWorld.Seller seller : all.sellers) {
      orders.add(placed(seller));
    }
  }

  private Order placed(LifeWorld.Seller seller) {
    Order order = new Order(seller, "L-" + number + "-" + seller.id());
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      lines.add(
          new OrderLine(
              i, order.number, "", "b-rigardz", contact(order.number + i), "", ChipOrder.USUAL,
              ORDERED));
    }
    Placement placement =
        World.done(node().world.placeOrders.place(seller.shop(), key("place"), lines).join());
    for (Placement.PlacedCard card : placement.cards()) {
      order.cards.add(card(card.cardId(), card.slug(), card.jobId(), null));
    }
    order.cards.forEach(card -> card.target = "https://example.com/" + order.number);
    for (CardModel card : order.cards) {
      card.target = looks.card(order, card).target();
    }
    lease(seller);
    captured(order, Map.of("card", 4_900L, "plan", 2_000L));
    return order;
  }

  /** A station takes what there is to be made; it may make it whatever happens meanwhile. */
  private void lease(LifeWorld.Seller seller) {
    var _ = node().world.lease(seller.station(), JOBS);
  }

  private static CardModel card(
      String id, String slug, String job, @Nullable CardModel before) {
    return new CardModel(CardId.parse(id).orElseThrow(), new Slug(slug), job, before);
  }

  private void captured(Order order, Map<String, Long> lines) {
    order.money.captured.putAll(lines);
    List<Capture> captures =
        lines.entrySet().stream()
            .map(line -> new Capture(line.getKey(), order.payment(), inr(line.getValue())))
            .toList();
    World.done(
        node()
            .books
            .capture(
                order.seller.shop(),
                order.number,
                key("capture"),
                new CaptureRequest(captures, Optional.empty()))
            .join());
  }

  private static WireContact contact(String name) {
    return new WireContact(
        "Sample Person", "", "", "", "sample-" + name.toLowerCase(Locale.ROOT)
            + "@example.com", "https://example.com/" + name);
  }

  private static Money inr(long minorUnits) {
    return new Money(minorUnits, "INR");
  }

  private LifeWorld.Node node() {
    return all.node(random.nextInt(2));
  }

  private IdempotencyKey key(String what) {
    return World.key("life-" + number + "-" + what + "-" + keys++);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** Lives the act; what was not as it should be after it. */
  List<String> live(Act.Drawn drawn) {
    random = new Random(drawn.seed());
    wrong.clear();
    try {
      act(drawn.act(), any(orders));
      looks.at(drawn.act());
    } catch (RuntimeException | AssertionError e) {
      wrong.add(threw(e));
    }
    all.ledger.heal();
    return wrong.stream().map(what -> "after " + drawn + ": " + what).toList();
  }

  private static String threw(Throwable e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    return "threw " + cause + " at " + List.of(cause.getStackTrace()).stream().limit(6).toList();
  }

  private void act(Act act, Order order) {
    switch (act) {
      case MAKE -> make(order);
      case GIVE_OUT -> step(order, Step.ISSUED);
      case CARD_STEP -> step(order, any(STEPS));
      case HOLD -> hold(order, rather(order, CardModel::isSuspended), any(HOLDS));
      case RELEASE -> release(order, rather(order, CardModel::isSuspended));
      case REPLACE -> replace(order, rather(order, CardModel::mayBeReplaced));
      case TAP -> tap(rather(order, card -> card.may(Step.ACTIVATED)), chance(4));
      case TWO_TAPS -> twoTaps(rather(order, card -> card.may(Step.ACTIVATED)));
      case SCAN -> scan(any(order.cards));
      case LEAD_ELSEWHERE -> leadElsewhere(order, any(order.cards));
      case END -> end(order, any(order.cards));
      case CONTACT -> contact(order, any(order.cards));
      case FORGET -> forget(order, any(order.cards));
      case CLAIM -> claim(order, any(order.cards));
      case REFUND -> refund(order);
      case TWO_REFUNDS -> twoRefunds(order);
      case DISPUTE -> dispute(order);
      case NOTICES -> notices();
      case PROVIDER_FINISHES -> all.provider.finish(random.nextInt(4) > 0);
      case TIME -> time();
      case ROUND -> round();
      case PROCESS_DIES -> all.dies(random.nextInt(2));
      case STRANGER -> looks.stranger(order, random);
      case EVIDENCE, ANSWER, RULE, OVERRIDE, APPEAL, CLOSE, TASK, RMA, PARCEL, INSPECT, DISPOSE -> {
        if (!order.claims.isEmpty()) {
          ofClaim(act, order, rather(order, act));
        }
      }
    }
  }

  private ClaimModel rather(Order order, Act act) {
    List<ClaimModel> some = order.claims.stream().filter(claim -> claim.may(act)).toList();
    return some.isEmpty() || chance(4) ? any(order.claims) : any(some);
  }

  private void ofClaim(Act act, Order order, ClaimModel claim) {
    switch (act) {
      case EVIDENCE -> evidence(order, claim);
      case ANSWER -> answer(order, claim);
      case RULE, OVERRIDE -> settle(order, claim, act == Act.RULE);
      case APPEAL, CLOSE -> note(order, claim, act == Act.APPEAL);
      case TASK -> task(order, claim);
      case RMA -> rma(order, claim);
      case PARCEL -> parcel(order, claim);
      case INSPECT -> inspect(order, claim);
      case DISPOSE -> dispose(order, claim);
      default -> throw new AssertionError(act);
    }
  }

  /** What the use case and the model say has to be one. */
  private boolean agreed(String what, boolean expected, Answer<?> answer) {
    boolean done = answer instanceof Answer.Done<?>;
    if (done != expected) {
      wrong.add(what + " should be " + (expected ? "done" : "refused") + " and is " + answer);
    }
    return done && expected;
  }

  /**
   * Asks with a key: the record may fail before or after it is stored, and whoever asks may ask
   * twice; what happens, happens once.
   */
  private <T> Answer<T> once(Supplier<CompletableFuture<Answer<T>>> ask) {
    if (chance(6)) {
      all.ledger.failNext(
          chance(2) ? FaultyLedger.Fault.BEFORE_COMMIT : FaultyLedger.Fault.AFTER_COMMIT, 0);
      Answer<T> _ = ask.get().exceptionally(failure -> Answer.refused(Looks.FAULT)).join();
      all.ledger.heal();
    }
    Answer<T> answer = ask.get().join();
    if (chance(6)) {
      boolean same = ask.get().join() instanceof Answer.Done<T> == answer instanceof Answer.Done<T>;
      if (!same) {
        wrong.add("asked again it is answered otherwise");
      }
    }
    return answer;
  }

  /** Asks without a key: the record may fail before it is stored. */
  private <T> Answer<T> again(Supplier<CompletableFuture<Answer<T>>> ask) {
    if (chance(6)) {
      all.ledger.failNext(FaultyLedger.Fault.BEFORE_COMMIT, 0);
      Answer<T> _ = ask.get().exceptionally(failure -> Answer.refused(Looks.FAULT)).join();
      all.ledger.heal();
    }
    return ask.get().join();
  }

  /** What nobody has made by the end is not wanted any more. */
  private void withdrawn() {
    for (Order order : orders) {
      for (CardModel card : List.copyOf(order.cards)) {
        if (card.state == CardState.BLANK) {
          step(order, card, Step.REVOKED);
        }
      }
    }
  }

  /** One that waits to be made; now and then one that was made before, or is not wanted. */
  private void make(Order order) {
    List<CardModel> waiting =
        order.cards.stream().filter(one -> one.uid.isEmpty() && one.isAlive()).toList();
    if (waiting.isEmpty() && !chance(8)) {
      return;
    }
    CardModel card = any(waiting.isEmpty() ? order.cards : waiting);
    Caller station = order.seller.station();
    World world = node().world;
    String uid =
        card.uid.isEmpty() ? "04%06X%06X".formatted(number, card.id.value() & 0xFFFFFF) : card.uid;
    String link = looks.link(order, card);
    var event = world.verified("made-" + keys++ + "-" + number, card.job, uid, link);
    EventsReply.Result result = world.report(station, event);
    boolean taken = result.status() == EventsReply.Status.TAKEN;
    boolean expected = card.uid.isEmpty() && card.may(Step.VERIFIED);
    if (taken != expected) {
      wrong.add("making " + card + " is " + result);
    } else if (taken) {
      card.uid = uid;
      card.happens(Step.VERIFIED);
    }
    if (world.report(station, event).status() == EventsReply.Status.TAKEN) {
      wrong.add("an event of a station is taken twice");
    }
  }

  private static CardAct because(CardEvent event) {
    return new CardAct(event, "sample cause", Optional.empty());
  }

  private Answer<?> asked(Order order, CardModel card, CardEvent event) {
    World world = node().world;
    IdempotencyKey key = key("act");
    return once(
        () -> world.runCards.actOnce(order.seller.supervisor(), key, card.id, because(event)));
  }

  /** Mostly one to which something can happen, else any of them. */
  private CardModel rather(Order order, Predicate<CardModel> able) {
    List<CardModel> some = order.cards.stream().filter(able).toList();
    return some.isEmpty() || chance(4) ? any(order.cards) : any(some);
  }

  private void step(Order order, Step step) {
    step(order, rather(order, card -> card.may(step)), step);
  }

  private void step(Order order, CardModel card, Step step) {
    if (agreed(step + " of " + card, card.may(step), asked(order, card, step))) {
      card.happens(step);
    }
  }

  private void hold(Order order, CardModel card, Hold hold) {
    boolean may = card.isAlive() && !card.holds.contains(hold);
    if (agreed(hold + " of " + card, may, asked(order, card, new CardEvent.Held(hold)))) {
      card.isHeld(hold);
    }
  }

  private void release(Order order, CardModel card) {
    Hold hold =
        card.holds.isEmpty() ? any(HOLDS) : any(card.holds.stream().sorted().toList());
    boolean may = card.isAlive() && card.holds.contains(hold);
    if (agreed("release of " + card, may, asked(order, card, new CardEvent.Released(hold)))) {
      card.isReleased(hold);
    }
  }

  private void replace(Order order, CardModel card) {
    ReplaceCards.Reason reason = any(List.of(ReplaceCards.Reason.values()));
    World world = node().world;
    IdempotencyKey key = key("replace");
    ReplaceCards.Wish wish =
        new ReplaceCards.Wish(new SeenCard(card.id, Optional.empty()), reason, "sample cause");
    Answer<Replacement> answer =
        once(() -> world.replaceCards.replace(order.seller.shop(), key, wish));
    if (agreed("replacement of " + card, card.mayBeReplaced(), answer)) {
      replaced(order, card, World.done(answer), reason);
    }
    if (chance(4) && card.mayBeReplaced()) {
      wrong.add("a second replacement is open");
    }
  }

  private void replaced(
      Order order, CardModel card, Replacement made, ReplaceCards.Reason reason) {
    CardModel next = card(made.cardId(), made.slug(), made.jobId(), card);
    next.end = card.end != null && card.end.isAfter(all.now()) ? card.end : null;
    order.cards.add(next);
    lease(order.seller);
    card.after = next;
    card.waits = true;
    card.version++;
    card.settle();
    boolean stops = reason == ReplaceCards.Reason.LOST || reason == ReplaceCards.Reason.STOLEN;
    if (stops && card.isAlive() && !card.holds.contains(Hold.LOST)) {
      card.isHeld(Hold.LOST);
    }
  }

  private String mirror(CardModel card, int counter) {
    return "%sx%06X".formatted(card.uid, counter);
  }

  private void tap(CardModel card, boolean replayed) {
    if (card.uid.isEmpty()) {
      return;
    }
    all.advance(Duration.ofMinutes(1));
    boolean fresh = !replayed || card.counter == 2;
    int counter = fresh ? card.counter + 1 + random.nextInt(3) : card.counter;
    card.counter = counter;
    HitAnswer answer = node().world.hit(card.slug, LinkKind.CHIP, mirror(card, counter), false);
    if (fresh) {
      card.tapped();
    }
    leads(card, answer);
  }

  /** Two requests with one read, on two nodes at once: one of them is a tap. */
  private void twoTaps(CardModel card) {
    if (card.uid.isEmpty()) {
      return;
    }
    all.advance(Duration.ofMinutes(1));
    card.counter++;
    String mirror = mirror(card, card.counter);
    CompletableFuture<HitAnswer> one =
        CompletableFuture.supplyAsync(
            () -> all.node(0).world.hit(card.slug, LinkKind.CHIP, mirror, false));
    HitAnswer other = all.node(1).world.hit(card.slug, LinkKind.CHIP, mirror, false);
    one.join();
    card.tapped();
    if (other instanceof HitAnswer.Unknown) {
      wrong.add("a card is unknown to one of two nodes");
    }
  }

  private void scan(CardModel card) {
    all.advance(Duration.ofMinutes(1));
    leads(card, node().world.hit(card.slug, LinkKind.PRINT, "", false));
  }

  void leads(CardModel card, HitAnswer answer) {
    String seen =
        switch (answer) {
          case HitAnswer.Redirect redirect -> redirect.target();
          case HitAnswer.Page page -> page.kind().name();
          case HitAnswer.Contact contact -> "a contact";
          case HitAnswer.Unknown unknown -> "nowhere";
        };
    if (!seen.equals(card.leads())) {
      wrong.add("the slug of " + card + " leads to " + seen + ", not " + card.leads());
    }
  }

  private void leadElsewhere(Order order, CardModel card) {
    String target = "https://example.com/elsewhere/" + random.nextInt(1_000);
    World world = node().world;
    Answer<?> answer =
        again(() -> world.runCards.leadTo(order.seller.shop(), card.id, target));
    if (agreed("another target of " + card, true, answer)) {
      card.target = target;
      card.version++;
    }
  }

  private void end(Order order, CardModel card) {
    Optional<Instant> end =
        chance(3)
            ? Optional.empty()
            : Optional.of(all.now().plus(Duration.ofHours(random.nextInt(1, 200))));
    World world = node().world;
    SeenCard seen = new SeenCard(card.id, Optional.of(card.version));
    Answer<?> answer = again(() -> world.runCards.expireAt(order.seller.shop(), seen, end));
    if (agreed("an end of " + card, true, answer)) {
      card.end = end.orElse(null);
      card.version++;
    }
  }

  private void contact(Order order, CardModel card) {
    String name = order.number + "-" + keys++;
    World world = node().world;
    SeenCard seen = new SeenCard(card.id, Optional.empty());
    Answer<?> answer =
        again(() -> world.changeContact.change(order.seller.shop(), seen, contact(name)));
    if (agreed("another contact of " + card, card.may(Step.CONTACT_SET), answer)) {
      card.happens(Step.CONTACT_SET);
      card.person = name;
    }
  }

  private void forget(Order order, CardModel card) {
    if (!chance(3)) {
      return;
    }
    String person = card.person;
    ForgetHolder.Whom whom = new ForgetHolder.Whom.OfCard(card.id);
    LifeWorld.Node node = node();
    Answer<?> answer = node.forget.forget(order.seller.id(), whom, "sample support").join();
    if (agreed("forgetting the person of " + card, !person.isEmpty(), answer)) {
      for (CardModel one : order.cards) {
        if (one.person.equals(person)) {
          one.person = "";
          one.target = "";
          one.version++;
        }
      }
    }
  }

  private void claim(Order order, CardModel card) {
    Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    for (Evidence one : Evidence.values()) {
      if (chance(2)) {
        evidence.add(one);
      }
    }
    Map<String, String> facts = new LinkedHashMap<>();
    if (chance(2)) {
      facts.put("cause", "seller");
      facts.put("deliveredAt", "2026-03-01T13:00:00+05:30");
    }
    ClaimRequest request =
        new ClaimRequest(
            card.id,
            any(List.of(ClaimKind.values())),
            any(List.of(Reason.values())),
            Optional.empty(),
            evidence,
            facts);
    World world = node().world;
    IdempotencyKey key = key("claim");
    var answer = once(() -> world.decideClaims.decide(order.seller.shop(), key, request));
    if (agreed("a claim", true, answer)) {
      var claim = World.done(answer);
      order.claims.add(new ClaimModel(claim.id(), card, claim.outcome()));
    }
  }

  ClaimView view(Order order, ClaimModel claim) {
    return World.done(
        node().world.claims.see().view(order.seller.supervisor(), claim.id).join());
  }

  /** What came may decide a claim anew that waits for it; any other stays as it is. */
  private void decidedAnew(Order order, ClaimModel claim) {
    ClaimView view = view(order, claim);
    ClaimState seen = view.file().standing().state();
    if (claim.state == ClaimState.WAITING && view.later().size() + 1 > claim.decisions) {
      ClaimState next = ClaimModel.after(view.later().getLast().outcome());
      if (seen != next) {
        wrong.add(claim + " is " + seen + " by a decision that makes it " + next);
      }
      claim.state = next;
    }
    claim.decisions = view.later().size() + 1;
    claim.version = view.file().version();
  }

  private void evidence(Order order, ClaimModel claim) {
    KeepEvidence.SentFile file =
        new KeepEvidence.SentFile(
            any(List.of(Evidence.PHOTO_PRODUCT, Evidence.PHOTO_PACKAGING)),
            "photo.png",
            Base64.getEncoder().encodeToString(Bytes.ofHex("89504E470D0A1A0A00").toArray()));
    World world = node().world;
    IdempotencyKey key = key("file");
    Answer<?> answer =
        once(() -> world.claims.evidence().add(order.seller.shop(), key, claim.id, file));
    boolean may = claim.isOpen() && !claim.card.person.isEmpty();
    if (agreed("a file to " + claim, may, answer)) {
      decidedAnew(order, claim);
    }
  }

  private void answer(Order order, ClaimModel claim) {
    Stated stated = new Stated(Map.of("cause", "seller"), Set.of("description"));
    World world = node().world;
    Answer<?> answer =
        again(
            () -> world.claims.run().answer(order.seller.shop(), claim.id, stated, "sample cause"));
    if (agreed("an answer to " + claim, claim.isOpen(), answer)) {
      decidedAnew(order, claim);
    }
  }

  private void settle(Order order, ClaimModel claim, boolean ruled) {
    long version = chance(6) ? claim.version + 1 : claim.version;
    Outcome outcome = any(WORDS);
    Set<Effect> effects = chance(2) ? Set.of(Effect.REVOKE_CARD) : Set.of();
    Ruling ruling = new Ruling(version, outcome, effects, Optional.empty(), "sample reason");
    World world = node().world;
    Caller who = order.seller.supervisor();
    Answer<?> answer =
        again(
            () ->
                ruled
                    ? world.claims.run().rule(who, claim.id, ruling)
                    : world.claims.run().override(who, claim.id, ruling));
    boolean may =
        version == claim.version
            && outcome != Outcome.REVIEW
            && (ruled ? claim.mayBeRuled() : claim.mayBeOverridden());
    if (agreed((ruled ? "ruling " : "overriding ") + claim, may, answer)) {
      claim.now(ruled ? ClaimState.RULED : ClaimState.OVERRIDDEN);
    }
  }

  private void note(Order order, ClaimModel claim, boolean appealed) {
    World world = node().world;
    Caller who = order.seller.supervisor();
    ClaimNote note = new ClaimNote(claim.version, "sample cause");
    Answer<?> answer =
        again(
            () ->
                appealed
                    ? world.claims.run().appeal(who, claim.id, note)
                    : world.claims.run().close(who, claim.id, note));
    boolean may = appealed ? claim.mayBeAppealed() : claim.isOpen();
    if (agreed((appealed ? "an appeal of " : "closing ") + claim, may, answer)) {
      claim.now(appealed ? ClaimState.APPEALED : ClaimState.CLOSED);
    }
  }

  List<ClaimTask> tasks(Order order, ClaimModel claim) {
    return World.done(
        node().world.claims.tasks().of(order.seller.supervisor(), claim.id).join());
  }

  private void task(Order order, ClaimModel claim) {
    List<ClaimTask> tasks = tasks(order, claim);
    if (tasks.isEmpty()) {
      return;
    }
    ClaimTask task = any(tasks);
    String reference = "sample " + keys++;
    RunTasks.Ending ending = new RunTasks.Ending("" + task.number(), true, reference);
    World world = node().world;
    Answer<?> answer =
        once(() -> world.claims.tasks().end(order.seller.supervisor(), claim.id, ending));
    if (agreed("the end of " + task, task.ended().isEmpty(), answer)) {
      claim.done.put(task.number(), reference);
    }
  }

  private void rma(Order order, ClaimModel claim) {
    World world = node().world;
    IdempotencyKey key = key("rma");
    RunReturns.Wanted wanted = new RunReturns.Wanted(Optional.empty(), Optional.empty());
    Answer<RmaView> answer =
        once(() -> world.claims.returns().issue(order.seller.supervisor(), key, claim.id, wanted));
    boolean may =
        claim.isOpen() && claim.goods.values().stream().noneMatch(ClaimModel.Goods::isUnderWay);
    if (agreed("a return for " + claim, may, answer)) {
      Rma rma = World.done(answer).rma();
      claim.goods.put(rma.id(), new ClaimModel.Goods(rma.way().expiresAt()));
      decidedAnew(order, claim);
    }
  }

  private void parcel(Order order, ClaimModel claim) {
    if (claim.goods.isEmpty()) {
      return;
    }
    String rma = any(claim.goods.keySet().stream().sorted().toList());
    ClaimModel.Goods goods = claim.goods.get(rma);
    RmaEvent.Step step =
        any(
            List.of(
                RmaEvent.Step.SENT,
                RmaEvent.Step.RECEIVED,
                RmaEvent.Step.RECEIVED,
                RmaEvent.Step.CANCELLED));
    World world = node().world;
    RunReturns.Leg leg = new RunReturns.Leg(step, Optional.empty(), "", "sample cause");
    Answer<?> answer =
        again(() -> world.claims.returns().move(order.seller.supervisor(), rma, leg));
    if (agreed(step + " of goods that are " + goods.state, goods.may(step), answer)) {
      goods.state = RmaState.valueOf(step.name());
      decidedAnew(order, claim);
    }
  }

  private void inspect(Order order, ClaimModel claim) {
    if (claim.goods.isEmpty()) {
      return;
    }
    String rma = any(claim.goods.keySet().stream().sorted().toList());
    ClaimModel.Goods goods = claim.goods.get(rma);
    Verdict verdict = any(List.of(Verdict.values()));
    World world = node().world;
    Rma.Findings findings = new Rma.Findings(verdict, "", Map.of());
    Answer<?> answer =
        again(() -> world.claims.returns().inspect(order.seller.supervisor(), rma, findings));
    if (agreed("a look at goods that are " + goods.state, goods.mayBeInspected(), answer)) {
      goods.state = RmaState.INSPECTED;
      goods.verdict = verdict;
      decidedAnew(order, claim);
    }
  }

  private void dispose(Order order, ClaimModel claim) {
    if (claim.goods.isEmpty()) {
      return;
    }
    String rma = any(claim.goods.keySet().stream().sorted().toList());
    ClaimModel.Goods goods = claim.goods.get(rma);
    Disposition to = any(List.of(Disposition.values()));
    World world = node().world;
    Answer<?> answer =
        again(() -> world.claims.returns().dispose(order.seller.supervisor(), rma, to));
    if (agreed(to + " of goods found " + goods.verdict, goods.mayBecome(to), answer)) {
      goods.state = RmaState.DISPOSED;
      decidedAnew(order, claim);
    }
  }

  private void mishap() {
    all.provider.next(
        chance(4) ? BookProvider.Mishap.TAKES_TIME : any(List.of(BookProvider.Mishap.values())));
  }

  private RefundRequest wish(Order order) {
    String line = any(List.of("card", "plan"));
    long left = order.money.mayGoBack(line);
    long amount = chance(2) || left == 0 ? random.nextInt(1, 3_000) : 1 + random.nextLong(left);
    String claim = order.claims.isEmpty() || chance(2) ? "" : any(order.claims).id;
    return new RefundRequest(line, inr(amount), claim, "sample cause");
  }

  private CompletableFuture<Answer<StoredRefund>> ask(
      Order order, IdempotencyKey key, RefundRequest wish) {
    return node().refunds.refund(order.seller.supervisor(), order.number, key, wish);
  }

  private void refund(Order order) {
    RefundRequest wish = wish(order);
    IdempotencyKey key = key("refund");
    boolean may = wish.amount().minorUnits() <= order.money.mayGoBack(wish.line());
    mishap();
    if (chance(4)) {
      all.ledger.failNext(
          any(List.of(FaultyLedger.Fault.BEFORE_COMMIT, FaultyLedger.Fault.AFTER_COMMIT)),
          random.nextInt(2));
      Answer<StoredRefund> _ =
          ask(order, key, wish).exceptionally(failure -> Answer.refused(Looks.FAULT)).join();
      all.ledger.heal();
    }
    Answer<StoredRefund> answer = ask(order, key, wish).join();
    if (agreed("a refund of " + wish.amount() + " of " + order.number, may, answer)) {
      goesBack(order, World.done(answer));
      if (chance(4)) {
        Answer<StoredRefund> same = ask(order, key, wish).join();
        if (!World.done(same).id().equals(World.done(answer).id())) {
          wrong.add("one key made two refunds");
        }
      }
    }
  }

  private static void goesBack(Order order, StoredRefund refund) {
    order.money.back.put(
        refund.id(),
        new MoneyModel.Back(
            refund.refund().line(), refund.refund().amount().minorUnits(), RefundState.RESERVED));
  }

  /** Whichever comes first, both together never give back more than there is. */
  private void twoRefunds(Order order) {
    RefundRequest one = wish(order);
    RefundRequest other = wish(order);
    mishap();
    var first = ask(order, key("refund"), one);
    var second = ask(order, key("refund"), other);
    boolean oneDone = first.join() instanceof Answer.Done<StoredRefund>;
    boolean otherDone = second.join() instanceof Answer.Done<StoredRefund>;
    MoneyModel money = order.money;
    boolean oneFits = one.amount().minorUnits() <= money.mayGoBack(one.line());
    boolean otherFits = other.amount().minorUnits() <= money.mayGoBack(other.line());
    if ((oneDone && !oneFits) || (otherDone && !otherFits) || (oneFits && otherFits && !oneDone && !otherDone)) {
      wrong.add("of two refunds at once, " + one + " is " + oneDone + ", " + other + " is " + otherDone);
    }
    if (first.join() instanceof Answer.Done<StoredRefund>(StoredRefund refund)) {
      goesBack(order, refund);
    }
    if (second.join() instanceof Answer.Done<StoredRefund>(StoredRefund refund)) {
      goesBack(order, refund);
    }
  }

  private void dispute(Order order) {
    all.advance(Duration.ofSeconds(1));
    all.provider.dispute(
        "dp_" + order.number + "_" + random.nextInt(2),
        order.payment(),
        inr(random.nextInt(1, 6_900)),
        any(List.of(DisputeStatus.values())));
  }

  /** Some of what the provider has told, in whatever order, some of it again. */
  private void notices() {
    List<PaymentNotice> told = new ArrayList<>(all.provider.notices);
    for (int i = 0; i < random.nextInt(1, 4) && !told.isEmpty(); i++) {
      deliver(any(told));
    }
  }

  private void deliver(PaymentNotice notice) {
    all.deliver(random.nextInt(2), notice);
    if (notice.content() instanceof PaymentNotice.DisputeSeen seen) {
      MoneyModel money = owner(seen.payments().getFirst()).money;
      MoneyModel.Quarrel known = money.quarrels.get(seen.id());
      if (known == null || notice.at().isAfter(known.at())) {
        money.quarrels.put(
            seen.id(),
            new MoneyModel.Quarrel(seen.amount().minorUnits(), seen.status(), notice.at()));
      }
    }
  }

  private Order owner(String payment) {
    return orders.stream()
        .filter(order -> order.payment().equals(payment))
        .findFirst()
        .orElseThrow();
  }

  private void time() {
    all.advance(Duration.ofMinutes(random.nextInt(1, 60 * 60)));
    all.provider.arrive();
    mishap();
    node().reconcile.round().join();
    if (chance(2)) {
      round();
    }
  }

  /** What is due: cards end, replacements are finished, returns expire. */
  void round() {
    node().duties.round().join();
    Instant now = all.now();
    for (Order order : orders) {
      order.cards.stream()
          .filter(card -> card.isOver(now))
          .sorted(CardModel.BY_END)
          .toList()
          .forEach(card -> card.ends());
      for (CardModel card : order.cards) {
        if (card.after != null && card.after.state == CardState.ACTIVE) {
          card.after.settle();
        }
      }
      for (ClaimModel claim : order.claims) {
        for (ClaimModel.Goods goods : claim.goods.values()) {
          if (goods.may(RmaEvent.Step.EXPIRED) && !goods.end.isAfter(now)) {
            goods.state = RmaState.EXPIRED;
          }
        }
      }
    }
  }

  /** The provider answers again, all that was held up comes, and every notice, in disorder. */
  List<String> rest() {
    wrong.clear();
    try {
      all.provider.next(BookProvider.Mishap.NONE);
      for (int i = 0; i < 6; i++) {
        all.advance(Duration.ofHours(2));
        all.provider.arrive();
        node().reconcile.round().join();
        all.provider.finish(true);
      }
      all.advance(Duration.ofHours(26));
      node().reconcile.round().join();
      List<PaymentNotice> told = new ArrayList<>(all.provider.notices);
      Collections.shuffle(told, random);
      told.forEach(this::deliver);
      round();
      withdrawn();
      looks.atRest();
    } catch (RuntimeException | AssertionError e) {
      wrong.add(threw(e));
    }
    return wrong.stream().map(what -> "at rest: " + what).toList();
  }
}
