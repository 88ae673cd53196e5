package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualModel;

/**
 * A walk over every exchange of every way in which a card is made: at each, each {@link WalkFault}
 * and each {@link Torn} write happens, a phone looks at the card, and it is presented again, at a
 * station just switched on that has the journal of the first.
 *
 * <p>In between a phone must see nothing, what was there before, or all that was ordered; nothing
 * may be locked before all of it stands there, and no key be lost. In the end the card is complete
 * and closed just as ordered, or refused for a reason that the station says; never is another card
 * made in its place while it is begun.
 */
final class CardWalk {

  private final WalkStation station;
  private final RandomGenerator random;
  private final Thinning thinning;
  private final List<String> violations = new ArrayList<>();

  /** Situations by how they ended. */
  private final Map<String, Integer> endings = new TreeMap<>();

  /** The first situation that ended so. */
  private final Map<String, WalkSituation> examples = new TreeMap<>();

  private int situations;

  /** How often garbage in a hard page showed as another message until the next presentation. */
  private int hardShown;

  CardWalk(WalkStation station, RandomGenerator random, Thinning thinning) {
    this.station = station;
    this.random = random;
    this.thinning = thinning;
  }

  int situations() {
    return situations;
  }

  /** What should never have been; empty for a good agent. */
  List<String> violations() {
    return violations;
  }

  /** Walks every case of the chip on each kind of reader. */
  void walkAll(VirtualModel chip) {
    for (ReaderKind kind : ReaderKind.values()) {
      for (WalkContent content : WalkContent.of(chip)) {
        walk(WalkedCard.of(chip, kind, content, station));
      }
    }
  }

  /** What was walked, in one line. */
  String report(VirtualModel chip) {
    return "card walk %s: %d situations %s, garbage in a length or configuration page seen %d times"
        .formatted(chip.name(), situations, endings, hardShown);
  }

  /** The first situation of each ending but the good one. */
  List<String> examples() {
    return examples.entrySet().stream()
        .filter(example -> !example.getKey().equals(WalkSituation.COMPLETE))
        .map(example -> example.getKey() + ", as in " + example.getValue())
        .toList();
  }

  /** Walks one card; one that is not taken by such a reader at all ends there. */
  void walk(WalkedCard card) {
    List<WalkStep> steps = card.stepsAt(station, random);
    for (int exchange = 1; exchange <= steps.size(); exchange++) {
      for (WalkFault.Kind kind : WalkFault.Kind.values()) {
        visit(card, new WalkFault(exchange, kind), Optional.empty());
      }
      for (Torn torn : steps.get(exchange - 1).torn()) {
        visit(card, torn.at(exchange), Optional.of(torn));
      }
    }
  }

  private void visit(WalkedCard card, WalkFault fault, Optional<Torn> torn) {
    if (random.nextInt(thinning.oneIn(card)) != 0) {
      return;
    }
    situations++;
    WalkSituation situation =
        new WalkSituation(station.nextNumber(), card, fault, torn, secondOf(card));
    WalkSituation.Outcome outcome = situation.playAt(station);
    endings.merge(outcome.isWrong() ? "wrong" : outcome.ending(), 1, Integer::sum);
    examples.putIfAbsent(outcome.ending(), situation);
    hardShown += outcome.hardShown() ? 1 : 0;
    if (outcome.isWrong()) {
      violations.add(situation + ": " + outcome.ending());
    }
  }

  /** The same kind of reader, or one drawn by chance. */
  private ReaderKind secondOf(WalkedCard card) {
    ReaderKind[] kinds = ReaderKind.values();
    return random.nextBoolean() ? card.kind() : kinds[random.nextInt(kinds.length)];
  }
}
