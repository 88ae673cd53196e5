package tapwright.server.app.hit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tapwright.core.card.CardEvent;
import tapwright.core.card.CardLife;
import tapwright.core.card.CardOutcome;
import tapwright.core.card.CardState;
import tapwright.core.card.Slug;
import tapwright.core.tap.CountedRead;
import tapwright.core.tap.Delivery;
import tapwright.core.tap.HitClass;
import tapwright.core.tap.Verdict;
import tapwright.server.app.Answer;
import tapwright.server.app.card.MoveCard;
import tapwright.server.app.watch.HitTally;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.hit.Arrival;
import tapwright.server.record.hit.HitEntries;
import tapwright.server.record.hit.HitKey;
import tapwright.server.record.hit.OpenedHits;
import tapwright.server.record.hit.StoredHit;
import tapwright.server.record.seller.Activation;

/**
 * Hits that are stored in one transaction: the record is asked once for all of them, they are
 * decided in memory in the order in which they came, and what they change is written at once.
 */
final class HitBatch {

  private static final int AGENT_LIMIT = 256;

  private final Records records;
  private final HitRules rules;
  private final Delivery delivery;
  private final HitAnswers answers;

  /** As they are now, with what the hits of this batch did to them. */
  private final Map<Slug, Card> cards = new HashMap<>();

  private BatchCounters counters;
  private final List<StoredHit> stored = new ArrayList<>();

  /** By their cards, in whose order these are changed. */
  private final Map<Long, FirstTap> firstTaps = new TreeMap<>();

  private HitBatch(Records records, HitRules rules, Delivery delivery) {
    this.records = records;
    this.rules = rules;
    this.delivery = delivery;
    this.counters = new BatchCounters(delivery);
    this.answers = new HitAnswers(records, cards);
  }

  /** Puts the hits on record, and says what each is answered with. */
  static Stored take(Records records, HitRules rules, List<Arrival> arrivals) {
    HitBatch batch = new HitBatch(records, rules, Delivery.AT_ONCE);
    List<HitAnswer> answers = batch.take(arrivals);
    return new Stored(answers, batch.cards, batch.tally(arrivals.size()));
  }

  /**
   * Puts those on record that are not there yet; answers what they turned out to be.
   *
   * <p>For hits that were answered before, and perhaps stored too. A tap among them counts however
   * many newer ones were counted on other nodes meanwhile; its value counts once all the same,
   * since the record knows each that was used up.
   */
  static HitTally takeAgain(Records records, HitRules rules, List<Arrival> arrivals) {
    Map<HitKey, Arrival> keyed = keyed(records.cards().bySlugs(slugs(arrivals)), arrivals);
    Set<HitKey> present = records.hits().present(keyed.keySet());
    keyed.keySet().removeAll(present);
    HitBatch batch = new HitBatch(records, rules, Delivery.JOURNALED);
    List<HitAnswer> answers = batch.take(List.copyOf(keyed.values()));
    return batch.tally(answers.size());
  }

  /** What was stored of so many hits. */
  private HitTally tally(int hits) {
    HitTally tally = new HitTally();
    for (StoredHit hit : stored) {
      tally.add(hit.verdict().hitClass(), hit.verdict().assurance());
    }
    tally.addUnknown(hits - stored.size());
    return tally;
  }

  /** The hits by their keys, in their order. */
  private static Map<HitKey, Arrival> keyed(Map<Slug, Card> cards, List<Arrival> arrivals) {
    Map<HitKey, Arrival> keyed = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      Card card = cards.get(arrival.slug());
      if (card == null) {
        throw new IllegalStateException("the record has no card " + arrival.slug() + " any more");
      }
      keyed.put(key(card, arrival), arrival);
    }
    return keyed;
  }

  private List<HitAnswer> take(List<Arrival> arrivals) {
    cards.putAll(records.cards().bySlugs(slugs(arrivals)));
    List<HitAnswer> given = new ArrayList<>(arrivals.size());
    for (Classed hit : open(arrivals)) {
      given.add(hit.verdict() == null ? new HitAnswer.Unknown() : answer(hit, hit.verdict()));
    }
    firstTaps.values().forEach(this::activate);
    records.hits().add(new HitEntries(stored, counters.moved()));
    return given;
  }

  private static Set<Slug> slugs(List<Arrival> arrivals) {
    Set<Slug> slugs = new HashSet<>();
    arrivals.forEach(arrival -> slugs.add(arrival.slug()));
    return slugs;
  }

  /**
   * Classes the hits and holds the counters that they need; again where a card turns out to have
   * changed, until none has.
   */
  private List<Classed> open(List<Arrival> arrivals) {
    while (true) {
      counters = new BatchCounters(delivery);
      List<Classed> classed = arrivals.stream().map(this::classed).toList();
      OpenedHits opened = records.hits().open(cards.values(), counters.wanted());
      if (opened.changed().isEmpty()) {
        counters.hold(opened.counters());
        return classed;
      }
      opened.changed().forEach(card -> cards.put(card.slug(), card));
    }
  }

  private Classed classed(Arrival arrival) {
    Card card = cards.get(arrival.slug());
    if (card == null || !answers.has(card, arrival.hit().link())) {
      return new Classed(arrival, null);
    }
    Verdict verdict = rules.verdict(arrival.hit(), card, records.protections());
    if (verdict.usesCounter()) {
      counters.want(card, verdict);
    }
    return new Classed(arrival, verdict);
  }

  private HitAnswer answer(Classed hit, Verdict verdict) {
    Card card = card(hit.arrival());
    if (!verdict.usesCounter()) {
      return settle(hit.arrival(), verdict, 0);
    }
    CountedRead counted = counters.count(card, verdict, hit.arrival().at());
    return settle(hit.arrival(), counted.verdict(), counted.missed());
  }

  private HitAnswer settle(Arrival arrival, Verdict verdict, int missed) {
    Card card = card(arrival);
    stored.add(
        new StoredHit(
            key(card, arrival),
            card.seller(),
            arrival.hit().link(),
            verdict,
            BatchCounters.run(card).keyVersion(),
            missed,
            start(arrival.hit().agent())));
    return answers.of(activatedByTap(card, verdict, arrival), arrival.hit().link(), verdict);
  }

  private Card card(Arrival arrival) {
    Card card = cards.get(arrival.slug());
    if (card == null) {
      throw new IllegalStateException("a hit was classed on a card that is not there");
    }
    return card;
  }

  /**
   * The first tap of a card that was given out brings it into use, where its seller says so; a link
   * that was typed or passed on does not, since without its mirror it is no tap of such a chip.
   */
  private Card activatedByTap(Card card, Verdict verdict, Arrival arrival) {
    if (card.status().state() != CardState.ISSUED
        || verdict.hitClass() != HitClass.TAP
        || answers.activation(card) != Activation.FIRST_TAP) {
      return card;
    }
    return switch (CardLife.apply(card.status(), CardEvent.Step.ACTIVATED)) {
      case CardOutcome.Moved moved -> {
        Card active = card.with(moved.status());
        cards.put(card.slug(), active);
        firstTaps.put(card.id().value(), new FirstTap(card, arrival.at()));
        yield active;
      }
      case CardOutcome.Refused suspended -> card;
    };
  }

  /**
   * Stores that the card was brought into use: card by card in their order, since batches of two
   * nodes that change the same cards in the order of their hits would wait for each other.
   */
  private void activate(FirstTap tap) {
    MoveCard.Circumstance circumstance =
        new MoveCard.Circumstance("tap", "first tap", tap.at(), tap.at());
    Answer<Card> _ =
        MoveCard.moveAlone(records, tap.card(), CardEvent.Step.ACTIVATED, circumstance);
  }

  private static HitKey key(Card card, Arrival arrival) {
    return new HitKey(card.id(), arrival.at(), arrival.id());
  }

  private static String start(String agent) {
    return agent.length() <= AGENT_LIMIT ? agent : agent.substring(0, AGENT_LIMIT);
  }

  /**
   * What became of a batch.
   *
   * @param answers in the order of the hits
   * @param cards those that were hit, as they are now
   * @param tally what the hits turned out to be
   */
  record Stored(List<HitAnswer> answers, Map<Slug, Card> cards, HitTally tally) {}

  /** What brings a card into use, and the card as it was before. */
  private record FirstTap(Card card, Instant at) {}

  /**
   * A hit and what it is as far as it and its card can tell.
   *
   * @param verdict null for a slug that no card has, and for a link that the card has not
   */
  private record Classed(Arrival arrival, @Nullable Verdict verdict) {}
}
