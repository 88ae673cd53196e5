package tapwright.server.app.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardId;
import tapwright.core.card.Hold;
import tapwright.core.card.Slug;
import tapwright.core.tap.LinkKind;
import tapwright.core.wire.EventsReply;
import tapwright.core.wire.WireContact;
import tapwright.server.app.Answer;
import tapwright.server.app.Caller;
import tapwright.server.app.World;
import tapwright.server.app.card.CardAct;
import tapwright.server.app.card.SeenCard;
import tapwright.server.app.hit.HitAnswer;
import tapwright.server.app.holder.ForgetHolder;
import tapwright.server.app.order.ReplaceCards;
import tapwright.server.app.order.Replacement;
import tapwright.server.record.order.IdempotencyKey;

/** What happens to cards. */
final class CardActs extends Acts {
  static final int JOBS = 50;

  static final List<Hold> HOLDS = List.of(Hold.values());

  static final List<Step> STEPS =
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

  private final Looks looks;

  CardActs(Acts same, Looks looks) {
    super(same);
    this.looks = looks;
  }

  /** A station takes what there is to be made; it may make it whatever happens meanwhile. */
  void lease(LifeWorld.Seller seller) {
    var _ = node().world.lease(seller.station(), JOBS);
  }

  static CardModel card(String id, String slug, String job, @Nullable CardModel before) {
    return new CardModel(CardId.parse(id).orElseThrow(), new Slug(slug), job, before);
  }

  static WireContact contact(String name) {
    return new WireContact(
        "Sample Person",
        "",
        "",
        "",
        "sample-" + name.toLowerCase(Locale.ROOT) + "@example.com",
        "https://example.com/" + name);
  }

  /** One that waits to be made; now and then one that was made before, or is not wanted. */
  void make(LifeOrder order) {
    List<CardModel> waiting =
        order.cards.stream().filter(one -> one.uid.isEmpty() && one.isAlive()).toList();
    if (waiting.isEmpty() && !chance(8)) {
      return;
    }
    CardModel card = any(waiting.isEmpty() ? order.cards : waiting);
    Caller station = order.seller.station();
    World world = node().world;
    String uid =
        card.uid.isEmpty()
            ? "04%06X%06X".formatted(chance.life(), card.id.value() & 0xFFFFFF)
            : card.uid;
    String link = looks.link(order, card);
    var event = world.verified(chance.name("made"), card.job, uid, link);
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

  static CardAct because(CardEvent event) {
    return new CardAct(event, "sample cause", Optional.empty());
  }

  Answer<?> asked(LifeOrder order, CardModel card, CardEvent event) {
    World world = node().world;
    IdempotencyKey key = key("act");
    return once(
        () -> world.runCards.actOnce(order.seller.supervisor(), key, card.id, because(event)));
  }

  /** Mostly one to which something can happen, else any of them. */
  CardModel rather(LifeOrder order, Predicate<CardModel> able) {
    List<CardModel> some = order.cards.stream().filter(able).toList();
    return some.isEmpty() || chance(4) ? any(order.cards) : any(some);
  }

  void step(LifeOrder order, Step step) {
    step(order, rather(order, card -> card.may(step)), step);
  }

  void step(LifeOrder order, CardModel card, Step step) {
    boolean isTold = card.isTold(step);
    boolean may = isTold || card.may(step);
    if (agreed(step + " of " + card, may, asked(order, card, step)) && !isTold) {
      card.happens(step);
    }
  }

  void hold(LifeOrder order, CardModel card, Hold hold) {
    boolean may = card.isAlive() && !card.holds.contains(hold);
    if (agreed(hold + " of " + card, may, asked(order, card, new CardEvent.Held(hold)))) {
      card.isHeld(hold);
    }
  }

  void release(LifeOrder order, CardModel card) {
    Hold hold = card.holds.isEmpty() ? any(HOLDS) : any(card.holds.stream().sorted().toList());
    boolean may = card.isAlive() && card.holds.contains(hold);
    if (agreed("release of " + card, may, asked(order, card, new CardEvent.Released(hold)))) {
      card.isReleased(hold);
    }
  }

  void replace(LifeOrder order, CardModel card) {
    ReplaceCards.Reason reason = any(List.of(ReplaceCards.Reason.values()));
    World world = node().world;
    IdempotencyKey key = key("replace");
    ReplaceCards.Wish wish =
        new ReplaceCards.Wish(new SeenCard(card.id, Optional.empty()), reason, "sample cause");
    Answer<Replacement> answer =
        once(() -> world.replaceCards.replace(order.seller.shop(), key, wish));
    if (agreed("replacement of " + card, card.mayBeReplaced(), answer)) {
      replaced(order, card, World.done(answer), new Replaced(reason, world.clock.instant()));
    }
    if (chance(4) && card.mayBeReplaced()) {
      wrong.add("a second replacement is open");
    }
  }

  record Replaced(ReplaceCards.Reason reason, Instant at) {
    boolean stops() {
      return reason == ReplaceCards.Reason.LOST || reason == ReplaceCards.Reason.STOLEN;
    }
  }

  void replaced(LifeOrder order, CardModel card, Replacement made, Replaced how) {
    CardModel next = card(made.cardId(), made.slug(), made.jobId(), card);
    next.end = card.end != null && card.end.isAfter(how.at()) ? card.end : null;
    order.cards.add(next);
    lease(order.seller);
    card.after = next;
    card.waits = true;
    card.version++;
    card.settle();
    if (how.stops() && card.isAlive() && !card.holds.contains(Hold.LOST)) {
      card.isHeld(Hold.LOST);
    }
  }

  String mirror(CardModel card, int counter) {
    return "%sx%06X".formatted(card.uid, counter);
  }

  void tap(CardModel card, boolean replayed) {
    if (card.uid.isEmpty()) {
      return;
    }
    all.advance(Duration.ofMinutes(1));
    boolean fresh = !replayed || card.counter == 2;
    int counter = fresh ? card.counter + 1 + chance.upTo(3) : card.counter;
    card.counter = counter;
    HitAnswer answer = node().world.hit(card.slug, LinkKind.CHIP, mirror(card, counter), false);
    if (fresh) {
      card.tapped();
    }
    leads(card, answer);
  }

  /** Two requests with one read, on two nodes at once: one of them is a tap. */
  void twoTaps(CardModel card) {
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

  void scan(CardModel card) {
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

  void leadElsewhere(LifeOrder order, CardModel card) {
    String target = "https://example.com/elsewhere/" + chance.upTo(1_000);
    World world = node().world;
    Answer<?> answer = again(() -> world.runCards.leadTo(order.seller.shop(), card.id, target));
    if (agreed("another target of " + card, true, answer)) {
      card.target = target;
      card.version++;
    }
  }

  void end(LifeOrder order, CardModel card) {
    Optional<Instant> end =
        chance(3)
            ? Optional.empty()
            : Optional.of(all.now().plus(Duration.ofHours(chance.between(1, 200))));
    World world = node().world;
    SeenCard seen = new SeenCard(card.id, Optional.of(card.version));
    Answer<?> answer = again(() -> world.runCards.expireAt(order.seller.shop(), seen, end));
    if (agreed("an end of " + card, true, answer)) {
      card.end = end.orElse(null);
      card.version++;
    }
  }

  void contact(LifeOrder order, CardModel card) {
    String name = chance.name(order.number);
    World world = node().world;
    SeenCard seen = new SeenCard(card.id, Optional.empty());
    Answer<?> answer =
        again(() -> world.changeContact.change(order.seller.shop(), seen, contact(name)));
    if (agreed("another contact of " + card, card.may(Step.CONTACT_SET), answer)) {
      card.happens(Step.CONTACT_SET);
      card.person = name;
    }
  }

  void forget(LifeOrder order, CardModel card) {
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
}
