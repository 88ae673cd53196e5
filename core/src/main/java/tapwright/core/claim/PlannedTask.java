package tapwright.core.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tapwright.core.policy.Word;
import tapwright.core.policy.pack.Effect;
import tapwright.core.policy.pack.Outcome;
import tapwright.core.policy.pack.Step;

/**
 * Something that follows of a decision and has to be done.
 *
 * @param effect the word of the outcome or effect that it carries out
 * @param party who has to do it
 * @param step the deadline that is met by it; empty where none is
 * @param dueAt the first instant that is too late; empty where no date is set
 */
public record PlannedTask(
    String effect, Party party, Optional<Step> step, Optional<Instant> dueAt) {

  /** What follows of the outcome and effects: what the claim gets first, then what else is done. */
  public static List<PlannedTask> of(Outcome outcome, Set<Effect> effects, Map<Step, Instant> due) {
    List<PlannedTask> tasks = new ArrayList<>();
    partyFor(outcome).ifPresent(party -> tasks.add(of(outcome, party, stepOf(outcome), due)));
    effects.stream()
        .sorted()
        .forEach(effect -> tasks.add(of(effect, partyFor(effect), stepOf(effect), due)));
    return tasks;
  }

  /** The words of what can be done without a person who chooses or confirms. */
  public static List<String> withoutPeople() {
    return Stream.concat(Stream.of(Outcome.values()), Stream.of(Effect.values()))
        .filter(word -> !takesPeople(word))
        .map(Word::word)
        .toList();
  }

  private static boolean takesPeople(Word word) {
    return switch (word) {
      case Outcome outcome ->
          switch (outcome) {
            case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, CANCEL, REACTIVATE -> false;
            case REPLACEMENT, RESHIP, EXCHANGE -> false;
            case CUSTOMER_CHOICE, SELLER_CHOICE, DELETE_DATA -> true;
            case DENY, REVIEW, NEEDS_INFO, REFER, NO_EFFECT -> true;
          };
      default -> word == Effect.PURGE_DATA;
    };
  }

  private static PlannedTask of(
      Word effect, Party party, Optional<Step> step, Map<Step, Instant> due) {
    return new PlannedTask(
        effect.word(), party, step, step.flatMap(one -> Optional.ofNullable(due.get(one))));
  }

  private static Optional<Party> partyFor(Outcome outcome) {
    return switch (outcome) {
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, CANCEL, REACTIVATE ->
          Optional.of(Party.SHOP);
      case REPLACEMENT, RESHIP, EXCHANGE -> Optional.of(Party.FULFILMENT);
      case CUSTOMER_CHOICE, DELETE_DATA -> Optional.of(Party.SUPPORT);
      case SELLER_CHOICE -> Optional.of(Party.SUPERVISOR);
      case DENY, REVIEW, NEEDS_INFO, REFER, NO_EFFECT -> Optional.empty();
    };
  }

  private static Party partyFor(Effect effect) {
    return switch (effect) {
      case CANCEL_NOW, CANCEL_AT_TERM_END, DOWNGRADE, DEACTIVATE -> Party.SHOP;
      case RESTORE, NO_SETUP_FEE, TERMINATE -> Party.SHOP;
      case HOLD, SUSPEND, REVOKE_CARD, PURGE_DATA -> Party.SUPPORT;
    };
  }

  private static Optional<Step> stepOf(Outcome outcome) {
    return switch (outcome) {
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND, CUSTOMER_CHOICE, SELLER_CHOICE ->
          Optional.of(Step.REFUND);
      case CANCEL -> Optional.of(Step.CANCEL_EFFECTIVE);
      case REPLACEMENT, REACTIVATE, DELETE_DATA, RESHIP, EXCHANGE -> Optional.empty();
      case DENY, REVIEW, NEEDS_INFO, REFER, NO_EFFECT -> Optional.empty();
    };
  }

  private static Optional<Step> stepOf(Effect effect) {
    return switch (effect) {
      case CANCEL_NOW, CANCEL_AT_TERM_END -> Optional.of(Step.CANCEL_EFFECTIVE);
      case HOLD, SUSPEND, DOWNGRADE, DEACTIVATE, RESTORE, REVOKE_CARD -> Optional.empty();
      case PURGE_DATA, NO_SETUP_FEE, TERMINATE -> Optional.empty();
    };
  }
}
