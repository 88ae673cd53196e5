package tapwright.server.app.claim;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tapwright.core.policy.fact.Event;
import tapwright.core.policy.fact.Evidence;
import tapwright.server.app.subscription.PlanFacts;
import tapwright.server.record.Records;
import tapwright.server.record.card.Card;
import tapwright.server.record.card.CardHistory;
import tapwright.server.record.claim.EvidenceFile;
import tapwright.server.record.claim.Stated;
import tapwright.server.record.claim.StoredClaim;
import tapwright.server.record.goods.CarrierScan;
import tapwright.server.record.goods.Rma;
import tapwright.server.record.order.Order;

/** What the record knows of a card's order, its way, a claim and the goods that came back. */
final class GatherFacts {

  private GatherFacts() {}

  /**
   * What the order said, then its plan, then what the card went through, then what carriers said of
   * it, then what was stated.
   */
  static FactSheet of(Records records, TakeDecision.About about, Stated stated) {
    Card card = about.card();
    Order order = about.order();
    List<CardHistory> history = records.cards().history(card.seller(), card.id());
    Optional<Instant> made = first(history, "encoded", "verified");
    return new FactSheet()
        .at(Event.PURCHASED_AT, Optional.of(order.placedAt()))
        .with(order.facts())
        .with(PlanFacts.of(records, order, stated.facts(), about.now()))
        .at(Event.PRODUCTION_STARTED_AT, made)
        .at(Event.PROCESSED_AT, made)
        .at(Event.SHIPPED_AT, first(history, "shipped"))
        .at(Event.DELIVERED_AT, first(history, "delivered"))
        .at(Event.ACTIVATED_AT, first(history, "activated"))
        .with(scanned(records.carrierScans().of(card.seller(), card.id())))
        .with(
            card.contentMatchesOrder()
                .map(matches -> Map.of("contentMatchesOrder", matches.toString()))
                .orElse(Map.of()))
        .with(stated.facts());
  }

  private static Optional<Instant> first(List<CardHistory> history, String... kinds) {
    return history.stream()
        .filter(entry -> List.of(kinds).contains(entry.kind()))
        .map(CardHistory::at)
        .findFirst();
  }

  /**
   * A carrier is the better witness of its own parcels; of two scans of a kind the first counts.
   */
  private static Map<String, String> scanned(List<CarrierScan> scans) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (CarrierScan scan : scans) {
      fact(scan).ifPresent(event -> facts.putIfAbsent(event.word(), scan.at().toString()));
      scan.cause().ifPresent(cause -> facts.put("returnCause", cause.word()));
    }
    return facts;
  }

  private static Optional<Event> fact(CarrierScan scan) {
    return switch (scan.kind()) {
      case SHIPPED -> Optional.of(Event.SHIPPED_AT);
      case DELIVERED -> Optional.of(Event.DELIVERED_AT);
      case POSTED_BACK -> Optional.of(Event.POSTED_BACK_AT);
      case CAME_BACK -> Optional.of(Event.GOODS_RECEIVED_AT);
      case UNDELIVERED -> Optional.empty();
    };
  }

  /** All that was stated of a claim: with it, since, by its files and by the goods' returns. */
  static Stated statedOf(Records records, KnownClaim known) {
    StoredClaim claim = known.claim();
    Stated stated = known.file().intake().stated().orElseGet(() -> ofFirstDecision(claim));
    for (Stated answer : records.claimFiles().answers(claim)) {
      stated = stated.and(answer);
    }
    for (EvidenceFile file : records.evidenceFiles().of(claim)) {
      stated = stated.and(new Stated(Map.of(), Set.of(file.kind().word())));
    }
    for (Rma rma : records.rmas().of(claim)) {
      stated = stated.and(new Stated(ofReturn(rma), shownBy(rma)));
    }
    return stated;
  }

  private static Map<String, String> ofReturn(Rma rma) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(Event.RMA_ISSUED_AT.word(), rma.way().issuedAt().toString());
    rma.way().sentAt().ifPresent(at -> facts.put(Event.POSTED_BACK_AT.word(), at.toString()));
    rma.way()
        .receivedAt()
        .ifPresent(at -> facts.put(Event.GOODS_RECEIVED_AT.word(), at.toString()));
    rma.findings()
        .ifPresent(
            found -> {
              facts.putAll(found.verdict().facts());
              facts.putAll(found.facts());
            });
    return facts;
  }

  private static Set<String> shownBy(Rma rma) {
    return rma.way().tracking().isEmpty() ? Set.of() : Set.of(Evidence.TRACKING.word());
  }

  /** A claim of an earlier version says what was stated in the facts of its decision only. */
  private static Stated ofFirstDecision(StoredClaim claim) {
    Map<String, String> facts = new LinkedHashMap<>();
    claim
        .facts()
        .toUtf8()
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(line -> line.length == 2 && FactSheet.knows(line[0]))
        .forEach(line -> facts.put(line[0], line[1]));
    return new Stated(facts, DecisionText.evidence(claim));
  }
}
