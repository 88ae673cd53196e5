package tapwright.agent.station.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tapwright.agent.emulator.CopiedTag;
import tapwright.agent.emulator.ReaderKind;
import tapwright.agent.emulator.VirtualModel;
import tapwright.agent.emulator.VirtualTag;
import tapwright.agent.encode.EncodeOutcome;
import tapwright.agent.encode.Finish;
import tapwright.agent.encode.PhoneView;
import tapwright.agent.encode.TagSecrets;
import tapwright.agent.pcsc.ReaderFault;
import tapwright.core.tag.PasswordSetting;

/**
 * A walk over every exchange of the emptying of a card: at each, each {@link WalkFault} and each
 * {@link Torn} write happens, a phone looks at the card, and it is emptied once more.
 *
 * <p>In between a phone must see nothing or what was there before, and no key may be lost. In the
 * end the card is empty and anybody's, or refused for a reason.
 */
final class EraseWalk {

  /** Cards as they come back: open, mirroring, with a password, with keys. */
  private static final Set<String> BEFORE =
      Set.of("blank to small", "blank to mirror", "blank, protected", "blank to signed");

  private static final String EMPTY = "empty";

  private final WalkStation station;
  private final RandomGenerator random;
  private final Thinning thinning;
  private final List<String> violations = new ArrayList<>();
  private final Map<String, Integer> endings = new TreeMap<>();
  private int situations;

  EraseWalk(WalkStation station, RandomGenerator random, Thinning thinning) {
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

  /** What was walked, in one line. */
  String report(VirtualModel chip) {
    return "erase walk %s: %d situations %s".formatted(chip.name(), situations, endings);
  }

  /** Walks every kind of card of the chip on each kind of reader. */
  void walkAll(VirtualModel chip) {
    for (ReaderKind kind : ReaderKind.values()) {
      WalkContent.of(chip).stream()
          .filter(content -> BEFORE.contains(content.name()))
          .forEach(content -> walk(made(chip, kind, content)));
    }
  }

  /** A card that holds what the content wants, finished as it wants. */
  private WalkedCard made(VirtualModel chip, ReaderKind kind, WalkContent content) {
    WalkContent held =
        new WalkContent(content.name(), List.of(content.wanted()), false, content.wanted());
    return WalkedCard.of(chip, kind, held, station);
  }

  private void walk(WalkedCard card) {
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

  /** The exchanges of an undisturbed emptying. */
  private List<WalkStep> stepsOf(WalkedCard card) {
    VirtualTag tag = CopiedTag.numbered(card.start(), station.nextNumber());
    List<WalkStep.Moment> moments = new ArrayList<>(List.of(WalkStep.Moment.of(tag)));
    WalkStand stand = station.stand(card.kind(), WalkFault.NONE);
    stand.afterEach(() -> moments.add(WalkStep.Moment.of(tag)));
    erase(stand, tag, card);
    return WalkStep.of(tag, moments, random);
  }

  private void visit(WalkedCard card, WalkFault fault, Optional<Torn> torn) {
    if (random.nextInt(thinning.oneIn(card)) != 0) {
      return;
    }
    situations++;
    VirtualTag tag = CopiedTag.numbered(card.start(), station.nextNumber());
    torn.ifPresent(tear -> tear.plan(tag));
    erase(station.stand(card.kind(), fault), tag, card);
    VirtualTag left = torn.map(tear -> tear.left(tag)).orElse(tag);
    String place = card + ", " + fault + ", " + torn;
    if (torn.filter(Torn::hard).isEmpty()) {
      check(isHarmless(card, left), place + " shows " + CardSight.shown(left));
    }
    check(!CardSight.hasLostItsKey(left), place + " has lost its key");
    endings.merge(ended(card, left, place), 1, Integer::sum);
  }

  /** How it ends when it is emptied once more, on a reader that knows all. */
  private String ended(WalkedCard card, VirtualTag left, String place) {
    Optional<EncodeOutcome> outcome =
        erase(station.stand(WalkedCard.MAKER, WalkFault.NONE), left, card);
    if (outcome.isEmpty()) {
      check(false, place + " ends without a reason");
      return "fault";
    }
    return switch (outcome.get()) {
      case EncodeOutcome.Verified empty -> {
        boolean isEmpty = CardSight.shown(left).equals(PhoneView.NOTHING);
        check(isEmpty && CardSight.isAnybodys(left), place + " is called empty and is not");
        yield EMPTY;
      }
      case EncodeOutcome.Refused(var refusal) -> "refused: " + refusal.code().code();
    };
  }

  /** One presentation; empty when it ended by a fault, or before it began. */
  private static Optional<EncodeOutcome> erase(WalkStand stand, VirtualTag tag, WalkedCard card) {
    try {
      return stand.erase(tag, secretsOf(card));
    } catch (ReaderFault | WalkFault.Killed disturbed) {
      return Optional.empty();
    }
  }

  private static TagSecrets secretsOf(WalkedCard card) {
    Finish finish = card.content().wanted().finish();
    return new TagSecrets(finish.password().map(PasswordSetting::secret), finish.keys());
  }

  private static boolean isHarmless(WalkedCard card, VirtualTag left) {
    String shown = CardSight.shown(left);
    return shown.equals(PhoneView.NOTHING) || shown.equals(CardSight.shown(card.start()));
  }

  private void check(boolean good, String otherwise) {
    if (!good) {
      violations.add(otherwise);
    }
  }
}
