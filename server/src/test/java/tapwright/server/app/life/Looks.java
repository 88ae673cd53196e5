package tapwright.server.app.life;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tapwright.core.Refusal;
import tapwright.core.card.CardEvent.Step;
import tapwright.core.card.CardState;
import tapwright.core.card.Hold;
import tapwright.core.card.Mark;
import tapwright.core.money.OrderMoney;
import tapwright.core.money.RefundState;
import tapwright.core.ndef.CardMessages;
import tapwright.core.tag.Uid;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.LinkKind;
import tapwright.core.trail.Subject;
import tapwright.server.app.Answer;
import tapwright.server.app.AppRefusal;
import tapwright.server.app.World;
import tapwright.server.app.claim.ClaimNote;
import tapwright.server.app.claim.ClaimView;
import tapwright.server.app.claim.Closing;
import tapwright.server.app.money.BookProvider;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.claim.ClaimTask;
import tapwright.server.record.hit.UsageCount;
import tapwright.server.record.list.Page;
import tapwright.server.record.money.StoredRefund;

/**
 * Looks at the record after each act: it has to be as the model is, and nothing may happen that
 * never may.
 */
final class Looks {

  /** Stands for an answer that nobody got. */
  static final Refusal FAULT = AppRefusal.CARD_UNKNOWN.with("card", "the record failed");

  /** What the reference of a task begins with that ended as its money had left. */
  private static final String PAID = "refund ";

  private static final Set<String> WITHOUT_CAUSE =
      Set.of(
          "contact-set",
          "target-set",
          "expiry-set",
          "holder-forgotten",
          "adopted",
          "content-outdated");

  private final LivedLife life;

  Looks(LivedLife life) {
    this.life = life;
  }

  private void wrong(String what) {
    life.wrong.add(what);
  }

  private <T> void same(String what, T expected, T seen) {
    if (!expected.equals(seen)) {
      wrong(what + " is " + seen + ", not " + expected);
    }
  }

  private World world() {
    return life.all.node(0).world;
  }

  Card card(LifeOrder order, CardModel model) {
    return life.all
        .ledger
        .read(
            order.seller.id(),
            records -> records.cards().byId(order.seller.id(), model.id).orElseThrow())
        .join();
  }

  /** What its chip is written with. */
  String link(LifeOrder order, CardModel model) {
    String link = World.done(world().findCards.view(order.seller.shop(), model.id).join()).link();
    return link + "?m=" + CardMessages.MIRROR_PLACEHOLDER;
  }

  /** All that a seller's record says of an order. */
  private record Seen(
      Map<CardModel, SeenCard> cards, OrderMoney money, List<StoredRefund> refunds) {}

  private record SeenCard(Card card, List<CardHistory> history, long taps) {}

  private Seen seen(LifeOrder order) {
    return life.all
        .ledger
        .read(
            order.seller.id(),
            records -> {
              var subject =
                  new Subject(
                      order.seller.id(),
                      Subject.Area.MONEY,
                      records
                          .orders()
                          .byNumber(order.seller.id(), order.number)
                          .orElseThrow()
                          .id());
              return new Seen(
                  order.cards.stream()
                      .collect(Collectors.toMap(one -> one, one -> seen(records, order, one))),
                  records.money().of(subject),
                  records.money().refunds(subject));
            })
        .join();
  }

  private static SeenCard seen(Records records, LifeOrder order, CardModel model) {
    return new SeenCard(
        records.cards().byId(order.seller.id(), model.id).orElseThrow(),
        records.cards().history(order.seller.id(), model.id),
        records.hits().usage(order.seller.id(), model.id).stream()
            .filter(count -> count.hitClass() == HitClass.TAP)
            .mapToLong(UsageCount::count)
            .sum());
  }

  /** After an act on one order alone nothing else may have changed, which is looked at later. */
  void at(Act act, LifeOrder order) {
    if (act.spansOrders()) {
      life.orders.forEach(one -> at(one, false));
    } else {
      at(order, act.isAboutClaims());
    }
  }

  private void at(LifeOrder order, boolean withClaims) {
    Seen seen = seen(order);
    seen.cards().forEach(this::card);
    money(order, seen);
    if (withClaims) {
      claims(order);
    }
  }

  private void card(CardModel model, SeenCard seen) {
    Card card = seen.card();
    String what = "card " + model.id + ", ";
    same(what + "state", model.state, card.status().state());
    same(what + "holds", model.holds, setOf(Hold.class, card.status().holds()));
    same(what + "shipping", model.shipping, card.status().shipping());
    same(what + "marks", marks(model), setOf(Mark.class, card.status().marks()));
    same(
        what + "successor",
        Optional.ofNullable(model.after).map(after -> after.id),
        card.replacedBy());
    same(what + "target", model.target, card.target());
    same(what + "version", model.version, card.version());
    same(what + "taps", model.taps, seen.taps());
    same(what + "events", model.version, (long) seen.history().size());
    seen.history().forEach(entry -> said(what, entry));
  }

  private static Set<Mark> marks(CardModel model) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    if (model.waits) {
      marks.add(Mark.REPLACEMENT_ORDERED);
    }
    if (model.isStale) {
      marks.add(Mark.CONTENT_STALE);
    }
    if (model.moved) {
      marks.add(Mark.TRANSFERRED);
    }
    return marks;
  }

  private static <E extends Enum<E>> Set<E> setOf(Class<E> type, Set<E> values) {
    Set<E> all = EnumSet.noneOf(type);
    all.addAll(values);
    return all;
  }

  /** Who did it is on every entry, as what unless the server did it itself, and why. */
  private void said(String what, CardHistory entry) {
    boolean byPerson = entry.actor().startsWith("sample ");
    if (entry.actor().isEmpty() || (byPerson && entry.role().isEmpty())) {
      wrong(what + "nobody is said to have done " + entry);
    }
    if (entry.cause().isEmpty() && !WITHOUT_CAUSE.contains(entry.kind())) {
      wrong(what + "no cause of " + entry);
    }
  }

  private void money(LifeOrder order, Seen seen) {
    MoneyModel model = order.money;
    for (StoredRefund refund : seen.refunds()) {
      if (!model.back.containsKey(refund.id())) {
        wrong("nobody asked for " + refund);
      }
      model.back.put(
          refund.id(),
          new MoneyModel.Back(
              refund.refund().line(),
              refund.refund().amount().minorUnits(),
              refund.refund().state()));
      paid(refund);
    }
    same("refunds of " + order.number, model.back.size(), seen.refunds().size());
    for (String line : model.captured.keySet()) {
      same(
          "what may go back of " + line + " of " + order.number,
          model.mayGoBack(line),
          seen.money().captures().values().stream()
              .filter(one -> one.line().equals(line))
              .mapToLong(seen.money()::refundable)
              .sum());
      if (seen.money().ofLine(line).excess() > 0) {
        wrong(line + " of " + order.number + " gives more than it got");
      }
    }
    long all = model.captured.values().stream().mapToLong(Long::longValue).sum();
    if (life.all.provider.left(order.payment()) > all) {
      wrong("the provider paid more than was captured for " + order.number);
    }
  }

  /** What has left by the provider's books was granted by ours, and the other way round. */
  private void paid(StoredRefund refund) {
    Optional<RefundState> theirs =
        life.all.provider.entries.values().stream()
            .filter(entry -> entry.wanted().key().equals(refund.id()))
            .map(BookProvider.Entry::state)
            .findFirst();
    RefundState ours = refund.refund().state();
    if (ours == RefundState.REFUNDED && !theirs.equals(Optional.of(RefundState.REFUNDED))) {
      wrong(refund + " is refunded, but at the provider " + theirs);
    }
    if (ours == RefundState.RELEASED && theirs.equals(Optional.of(RefundState.REFUNDED))) {
      wrong(refund + " is free again, but the provider has paid it");
    }
  }

  private void claims(LifeOrder order) {
    for (ClaimModel claim : order.claims) {
      ClaimView view = life.claims.view(order, claim);
      same(claim.toString(), claim.state, view.file().standing().state());
      same(claim + ", version", claim.version, view.file().version());
      same(claim + ", returns", claim.goods.keySet(), Set.copyOf(view.rmas()));
      List<ClaimTask> tasks = life.claims.tasks(order, claim);
      Map<Integer, String> done =
          tasks.stream()
              .filter(task -> task.ended().filter(ClaimTask.End::done).isPresent())
              .collect(
                  Collectors.toMap(
                      ClaimTask::number, task -> task.ended().orElseThrow().reference()));
      same(claim + ", tasks done", withPaid(order, claim, done), done);
      if (!claim.isOpen() && tasks.stream().anyMatch(task -> task.ended().isEmpty())) {
        wrong(claim + " is closed and leaves something to be done");
      }
    }
  }

  /** Somebody of one seller asks for what is another's, by its id: there is no such thing. */
  void stranger(LifeOrder order, Random random) {
    LifeOrder other =
        life.orders.stream()
            .filter(one -> !one.seller.equals(order.seller))
            .findFirst()
            .orElseThrow();
    var who = other.seller.supervisor();
    CardModel card = order.cards.get(random.nextInt(order.cards.size()));
    List<Answer<?>> answers = new ArrayList<>();
    World world = world();
    answers.add(world.findCards.view(who, card.id).join());
    answers.add(world.runCards.act(who, card.id, World.act(Step.REVOKED)).join());
    answers.add(world.runCards.leadTo(who, card.id, "https://example.com/stolen").join());
    answers.add(world.claims.see().of(who, card.id, Page.first(Page.MAX_LIMIT)).join());
    answers.add(life.all.node(0).books.view(who, order.number).join());
    for (ClaimModel claim : order.claims) {
      answers.add(world.claims.see().view(who, claim.id).join());
      answers.add(
          world
              .claims
              .run()
              .close(who, claim.id, new Closing(new ClaimNote(claim.version, ""), true))
              .join());
      claim
          .goods
          .keySet()
          .forEach(rma -> answers.add(world.claims.returns().view(who, rma).join()));
    }
    for (Answer<?> answer : answers) {
      if (!(answer instanceof Answer.Refused<?> refused)
          || !refused.refusal().code().code().endsWith("-unknown")) {
        wrong("a stranger is answered " + answer);
      }
    }
  }

  /** A task ends by itself when its money has left, and names refunds of its claim alone. */
  private Map<Integer, String> withPaid(
      LifeOrder order, ClaimModel claim, Map<Integer, String> done) {
    Set<String> refunds =
        World.done(life.all.node(0).books.view(order.seller.shop(), order.number).join())
            .refunds()
            .stream()
            .filter(refund -> refund.claim().equals(claim.id))
            .map(StoredRefund::id)
            .collect(Collectors.toSet());
    Map<Integer, String> expected = new HashMap<>(claim.done);
    done.forEach(
        (number, reference) -> {
          if (reference.startsWith(PAID)
              && refunds.containsAll(List.of(reference.substring(PAID.length()).split(", ", -1)))) {
            expected.put(number, reference);
          }
        });
    return expected;
  }

  /** Nothing is under way any more: money and chips are where they should be. */
  void atRest() {
    for (LifeOrder order : life.orders) {
      at(order, true);
      settled(order);
      for (CardModel card : order.cards) {
        life.all.advance(Duration.ofMinutes(1));
        life.cards.leads(card, world().hit(card.slug, LinkKind.PRINT, "", false));
        bound(card);
      }
    }
  }

  private void settled(LifeOrder order) {
    Seen seen = seen(order);
    same(
        "what left for " + order.number,
        life.all.provider.left(order.payment()),
        seen.money().total().refunded());
    if (seen.refunds().stream().anyMatch(one -> one.refund().state().isReserving())) {
      wrong("a refund is open for ever: " + seen.refunds());
    }
    List<CardModel> inUse =
        order.cards.stream().filter(card -> card.state == CardState.ACTIVE).toList();
    for (CardModel card : inUse) {
      boolean followed =
          Stream.iterate(card.after, next -> next != null, next -> next.after)
              .anyMatch(inUse::contains);
      if (followed) {
        wrong(card + " is in use beside the one that took its place");
      }
    }
  }

  /** A live card that was made has its chip, and no other card has it. */
  private void bound(CardModel card) {
    if (card.uid.isEmpty()) {
      return;
    }
    boolean alive =
        List.of(CardState.VERIFIED, CardState.ISSUED, CardState.ACTIVE).contains(card.state);
    same(
        "who has the chip of " + card,
        alive ? Optional.of(card.id) : Optional.empty(),
        life.all
            .ledger
            .readAcrossSellers(records -> records.cards().liveWith(Uid.ofHex(card.uid)))
            .join());
  }
}
