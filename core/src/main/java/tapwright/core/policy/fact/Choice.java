package tapwright.core.policy.fact;

import java.util.List;
import tapwright.core.policy.Word;

/** A fact with one value of a closed list, or unknown. */
public enum Choice implements Fact {
  /** What is asked, read from the claim. */
  CLAIM("claim", ClaimKind.values()),
  /** Why, read from the claim; all others are facts of the order. */
  REASON("reason", Reason.values()),
  LINE("line", Line.values()),
  PLAN("plan", Plan.values()),
  TERM("term", Term.values()),
  DESIGN("design", Design.values()),
  CONTENT_MATCHES_ORDER("contentMatchesOrder", Answer.values()),
  CHIP_TEST("chipTest", ChipTest.values()),
  CAUSE("cause", Cause.values()),
  PACKAGING("packaging", Packaging.values()),
  TERMINATION("termination", Termination.values()),
  DISPUTE_KIND("disputeKind", DisputeKind.values()),
  DISPUTE_STATUS("disputeStatus", DisputeStatus.values()),
  RETURN_CAUSE("returnCause", ReturnCause.values());

  public static final List<Choice> ALL = List.of(values());

  private final String key;

  /** Made by {@code List.of} from enum constants, so it cannot change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Word> allowed;

  Choice(String key, Word[] allowed) {
    this.key = key;
    this.allowed = List.of(allowed);
  }

  /** Whether it is part of the claim itself, and so always known. */
  public boolean isOfTheClaim() {
    return this == CLAIM || this == REASON;
  }

  @Override
  public String key() {
    return key;
  }

  /** Every value that the fact can have. */
  public List<Word> allowed() {
    return allowed;
  }
}
