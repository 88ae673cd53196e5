package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PhoneView;
import tapwright.agent.station.journal.TagStanding;
import tapwright.core.wire.EncodeJob;

/**
 * A walk over every exchange in which a card of the field is written anew: at each, each {@link
 * WalkFault} and each {@link Torn} write happens, a phone looks at the card, and it comes again, to
 * a desk just switched on. Where it was begun, that has its journal alone and no server.
 *
 * <p>In between a phone must see nothing, the old contact or the new one whole; in the end it sees
 * the new one, and the card asks for its password where it did before.
 */
final class RewriteWalk {

  private static final String COMPLETE = "complete";

  private final RewriteDesk desk;
  private final RandomGenerator random;
  private final int oneIn;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Integer> endings = new TreeMap<>();
  private int situations;
  private int cards = 1_000;

  RewriteWalk(RewriteDesk desk, RandomGenerator random, int oneIn) {
    this.desk = desk;
    this.random = random;
    this.oneIn = oneIn;
  }

  /**
   * A card that is out.
   *
   * @param start as it is; copied, never used up
   * @param job what the server says, under a key that is another for each copy
   * @param wanted the message that it shall hold, as hex digits
   */
  record FieldCard(
      String name,
      VirtualTag start,
      Function<String, EncodeJob> job,
      String wanted,
      Finish finish) {

    boolean shows(VirtualTag tag) {
      return CardSight.shown(tag).equals(wanted);
    }

    boolean mayShow(VirtualTag tag) {
      String shown = CardSight.shown(tag);
      return shown.equals(PhoneView.NOTHING)
          || shown.equals(CardSight.shown(start))
          || shown.equals(wanted);
    }
  }

  int situations() {
    return situations;
  }

  List<String> violations() {
    return violations;
  }

  /** How many ended so. */
  Map<String, Integer> endings() {
    return endings;
  }

  void walk(FieldCard card) {
    List<WalkStep> steps = stepsOf(card);
    for (int exchange = 1; exchange <= steps.size(); exchange++) {
      for (WalkFault.Kind kind : WalkFault.Kind.values()) {
        visit(card, new WalkFault(exchange, kind), Optional.empty());
      }
      for (Torn torn : steps.get(exchange - 1).torn()) {
        visit(card, torn.at(exchange), Optional.of(torn));
      }
    }
  }

  private List<WalkStep> stepsOf(FieldCard card) {
    VirtualTag tag = laid(card);
    List<WalkStep.Moment> moments = new ArrayList<>(List.of(WalkStep.Moment.of(tag)));
    WalkStand stand = desk.stand(WalkFault.NONE);
    stand.afterEach(() -> moments.add(WalkStep.Moment.of(tag)));
    desk.present(stand, tag);
    return WalkStep.of(tag, moments, random);
  }

  private VirtualTag laid(FieldCard card) {
    cards++;
    VirtualTag tag = CopiedTag.numbered(card.start(), cards);
    desk.tell(tag, card.job().apply("r-" + cards));
    return tag;
  }

  private void visit(FieldCard card, WalkFault fault, Optional<Torn> torn) {
    if (random.nextInt(oneIn) != 0) {
      return;
    }
    situations++;
    String ending = played(card, fault, torn);
    endings.merge(ending, 1, Integer::sum);
    if (!ending.equals(COMPLETE) && torn.filter(Torn::hard).isEmpty()) {
      violations.add(
          card.name() + ", " + fault + torn.map(it -> ", " + it).orElse("") + ": " + ending);
    }
  }

  private String played(FieldCard card, WalkFault fault, Optional<Torn> torn) {
    VirtualTag tag = laid(card);
    torn.ifPresent(tear -> tear.plan(tag));
    desk.present(desk.stand(fault), tag);
    VirtualTag left = torn.map(tear -> tear.left(tag)).orElse(tag);
    if (!card.mayShow(left) && torn.filter(Torn::hard).isEmpty()) {
      return "shows " + CardSight.shown(left);
    }
    if (desk.standingOf(left) instanceof TagStanding.Begun) {
      desk.loseServer();
    }
    Map<String, Integer> causes = desk.present(desk.stand(WalkFault.NONE), left);
    desk.findServer();
    return ended(card, left, causes);
  }

  private String ended(FieldCard card, VirtualTag tag, Map<String, Integer> causes) {
    if (!(desk.standingOf(tag) instanceof TagStanding.Done)) {
      return "not finished: " + causes;
    }
    if (!card.shows(tag)) {
      return "is called done and shows " + CardSight.shown(tag);
    }
    return CardSight.isClosedAs(card.finish(), tag) ? COMPLETE : "is not closed as it was";
  }
}
