package tapwright.core.notice;

import java.util.Arrays;
import java.util.Optional;
import tapwright.core.policy.pack.Outcome;

/** What a decision comes to for a customer, as far as a mail says it. */
public enum MailOutcome {
  REFUND,
  REPLACEMENT,
  CHOICE,
  DONE,
  NO,
  OPEN;

  /** Of the word of an {@link Outcome}; empty for any other. */
  public static Optional<MailOutcome> of(String word) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.word().equals(word))
        .findFirst()
        .map(MailOutcome::of);
  }

  static MailOutcome of(Outcome outcome) {
    return switch (outcome) {
      case FULL_REFUND, PARTIAL_REFUND, PRORATED_REFUND -> REFUND;
      case REPLACEMENT, RESHIP, EXCHANGE -> REPLACEMENT;
      case CUSTOMER_CHOICE, SELLER_CHOICE -> CHOICE;
      case CANCEL, REACTIVATE, DELETE_DATA -> DONE;
      case DENY, NO_EFFECT -> NO;
      case REVIEW, NEEDS_INFO, REFER -> OPEN;
    };
  }
}
