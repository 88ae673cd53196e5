package tapwright.agent.station;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.EmulatedChip;
import tapwright.agent.emulator.ReaderKind;
import tapwright.core.Bytes;

/**
 * A walk over every exchange of every way in which a card is made: at each, each {@link WalkFault}
 * and each {@link TornPage} happens, a phone looks at the card, and it is presented again, at a
 * station just switched on that has the journal of the first.
 *
 * <p>In between a phone must see nothing, what was there before, or all that was ordered. In the
 * end the card is complete, or refused for a reason that the station says; never is another card
 * made in its place while it is begun.
 */
final class CardWalk {

  private final WalkStation station;
  private final RandomGenerator random;
  private final int oneIn;
  private final List<String> violations = new ArrayList<>();

  /** Situations by how they ended. */
  private final Map<String, Integer> endings = new TreeMap<>();

  private int situations;

  /** How often garbage in a hard page showed as another message until the next presentation. */
  private int hardShown;

  /**
   * @param oneIn of how many situations one is walked, drawn by chance; 1 for all
   */
  CardWalk(WalkStation station, RandomGenerator random, int oneIn) {
    this.station = station;
    this.random = random;
    this.oneIn = oneIn;
  }

  int situations() {
    return situations;
  }

  /** What should never have been; empty for a good agent. */
  List<String> violations() {
    return violations;
  }

  /** Walks every case of the chip on each kind of reader. */
  void walkAll(EmulatedChip chip) {
    for (ReaderKind kind : ReaderKind.values()) {
      for (WalkContent content : WalkContent.of(chip)) {
        walk(WalkedCard.of(chip, kind, content, station));
      }
    }
  }

  /** What was walked, in one line. */
  String report(EmulatedChip chip) {
    return "card walk %s: %d situations %s, garbage in a length or configuration page seen %d times"
        .formatted(chip, situations, endings, hardShown);
  }

  /** Walks one card; one that is not taken by such a reader at all ends there. */
  void walk(WalkedCard card) {
    List<Bytes> memories = card.memoriesAt(station);
    List<WalkStep> steps = WalkStep.of(card.start(), memories);
    for (int exchange = 1; exchange <= steps.size(); exchange++) {
      for (WalkFault.Kind kind : WalkFault.Kind.values()) {
        visit(card, new WalkFault(exchange, kind), Optional.empty());
      }
      WalkFault torn = new WalkFault(exchange, WalkFault.Kind.ANSWER_LOST);
      for (TornPage page : steps.get(exchange - 1).torn(random)) {
        visit(card, torn, Optional.of(page));
      }
    }
  }

  private void visit(WalkedCard card, WalkFault fault, Optional<TornPage> torn) {
    if (random.nextInt(oneIn) != 0) {
      return;
    }
    situations++;
    WalkSituation situation =
        new WalkSituation(station.nextNumber(), card, fault, torn, secondOf(card));
    WalkSituation.Outcome outcome = situation.playAt(station);
    endings.merge(outcome.isWrong() ? "wrong" : outcome.ending(), 1, Integer::sum);
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
